/*
 * The functions of libarchive that Zip uses, under their own names. The library and the five that it brings along are loaded when one of
 * them is first called: most runs read no archive, and every start would wait for them.
 */

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *library;

/* Without the library the process ends as it does without one that is loaded at its start. */
static void *found(void *thing) {
    if (!thing) {
        fprintf(stderr, "error while loading shared libraries: %s\n", dlerror());
        _exit(127);
    }
    return thing;
}

/* Source: the soname of libarchive 3. */
static void load(void) { library = found(dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL)); }

static void *function(const char *name) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return found(dlsym(library, name));
}

#define FORWARD(result, name, parameters, arguments) \
    result name parameters { return ((__typeof__(&name))function(#name)) arguments; }

FORWARD(struct archive *, archive_read_new, (void), ())
FORWARD(int, archive_read_free, (struct archive *archive), (archive))
FORWARD(int, archive_read_support_filter_gzip, (struct archive *archive), (archive))
FORWARD(int, archive_read_support_format_raw, (struct archive *archive), (archive))
FORWARD(int, archive_read_support_format_zip_seekable, (struct archive *archive), (archive))
FORWARD(int, archive_read_open_memory, (struct archive *archive, const void *bytes, size_t count), (archive, bytes, count))
FORWARD(int, archive_read_next_header, (struct archive *archive, struct archive_entry **entry), (archive, entry))
FORWARD(int, archive_read_data_block, (struct archive *archive, const void **bytes, size_t *count, la_int64_t *offset),
        (archive, bytes, count, offset))
FORWARD(const char *, archive_error_string, (struct archive *archive), (archive))

FORWARD(struct archive *, archive_write_new, (void), ())
FORWARD(int, archive_write_free, (struct archive *archive), (archive))
FORWARD(int, archive_write_close, (struct archive *archive), (archive))
FORWARD(int, archive_write_set_format_zip, (struct archive *archive), (archive))
FORWARD(int, archive_write_set_options, (struct archive *archive, const char *options), (archive, options))
FORWARD(int, archive_write_set_bytes_per_block, (struct archive *archive, int bytes), (archive, bytes))
FORWARD(int, archive_write_open_memory, (struct archive *archive, void *bytes, size_t count, size_t *used), (archive, bytes, count, used))
FORWARD(int, archive_write_header, (struct archive *archive, struct archive_entry *entry), (archive, entry))
FORWARD(la_ssize_t, archive_write_data, (struct archive *archive, const void *bytes, size_t count), (archive, bytes, count))

FORWARD(struct archive_entry *, archive_entry_new, (void), ())
FORWARD(void, archive_entry_free, (struct archive_entry *entry), (entry))
FORWARD(void, archive_entry_set_pathname_utf8, (struct archive_entry *entry, const char *path), (entry, path))
FORWARD(void, archive_entry_set_filetype, (struct archive_entry *entry, unsigned int type), (entry, type))
FORWARD(void, archive_entry_set_perm, (struct archive_entry *entry, __LA_MODE_T mode), (entry, mode))
FORWARD(void, archive_entry_set_size, (struct archive_entry *entry, la_int64_t size), (entry, size))
