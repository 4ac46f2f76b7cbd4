#pragma once

#include <stddef.h>
#include <stdint.h>

/*
 * The part of RE2 that Patterns uses, for C callers. No C++ exception leaves these functions: running out of memory is reported like any
 * other failure. A compiled pattern or set may be matched from several threads at once.
 */

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_pattern cre2_pattern;
typedef struct cre2_set cre2_set;

typedef struct {
    /* One of the codes below. */
    int32_t code;
    /* Where in the source the offending fragment begins, in bytes; -1 when that is not certain. */
    ptrdiff_t offset;
    /* UTF-8, cut at a character, NUL-terminated. */
    char message[256];
} cre2_error;

enum { CRE2_MALFORMED = 1, CRE2_TOO_LARGE = 2, CRE2_OUT_OF_MEMORY = 3 };

/* Bytes from start up to end; both -1 for a group that took no part. */
typedef struct {
    ptrdiff_t start;
    ptrdiff_t end;
} cre2_range;

/* Compiles UTF-8 source. max_memory bounds, in bytes, the program and the caches that matching fills. NULL and *error on failure. */
cre2_pattern *cre2_pattern_create(const char *source, size_t length, int64_t max_memory, cre2_error *error);
void cre2_pattern_destroy(cre2_pattern *pattern);

/* Capturing groups, the whole match not counted. */
int32_t cre2_pattern_group_count(const cre2_pattern *pattern);

/* The name of group 1...count, or NULL. Lives as long as the pattern. */
const char *cre2_pattern_group_name(const cre2_pattern *pattern, int32_t group);

/*
 * Finds the leftmost match that lies within start..<end. Anchors and word boundaries see the whole text. groups[0] is the whole match.
 * Returns 1 for a match, 0 for none, -1 when memory ran out.
 */
int32_t cre2_pattern_match(const cre2_pattern *pattern, const char *text, size_t length, size_t start, size_t end, cre2_range *groups,
                           int32_t group_capacity);

/* A set to which patterns are added to learn whether they are in order: nothing is compiled. NULL when memory ran out. */
cre2_set *cre2_set_create(int64_t max_memory);
void cre2_set_destroy(cre2_set *set);

/* Adds the next pattern: 1, or 0 when it is malformed or memory ran out. */
int32_t cre2_set_add(cre2_set *set, const char *source, size_t length);

#ifdef __cplusplus
}
#endif
