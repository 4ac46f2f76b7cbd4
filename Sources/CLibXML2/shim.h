#pragma once

/* With ICU's headers in it, this module cannot be loaded beside Foundation, which has an ICU of its own. Only the tail of a structure that
 * this project never touches depends on them. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/* xmlFree is a global variable, which Swift does not let concurrent code read. */
static inline void clibxml2_free(void *memory) {
    if (memory) {
        xmlFree(memory);
    }
}

/* libxml2's generic error channel: one for each thread, variadic, hence out of Swift's reach. */
typedef struct {
    xmlGenericErrorFunc handler;
    void *context;
} clibxml2_channel;

static void clibxml2_discard(void *context, const char *format, ...) {
    (void)context;
    (void)format;
}

/* Makes this thread's generic channel swallow what it gets; returns what it was, for clibxml2_restore. */
static inline clibxml2_channel clibxml2_silence(void) {
    clibxml2_channel saved = {xmlGenericError, xmlGenericErrorContext};
    xmlSetGenericErrorFunc(NULL, clibxml2_discard);
    return saved;
}

static inline void clibxml2_restore(clibxml2_channel saved) { xmlSetGenericErrorFunc(saved.context, saved.handler); }
