#include "input/unpack.h"

#include "base/buf.h"
#include "base/library.h"
#include "base/utf8.h"
#include "input/inflate.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>

#define FUNCTIONS(F)                              \
    F(archive_entry_filetype)                     \
    F(archive_entry_is_encrypted)                 \
    F(archive_entry_pathname)                     \
    F(archive_error_string)                       \
    F(archive_filter_count)                       \
    F(archive_read_data_block)                    \
    F(archive_read_free)                          \
    F(archive_read_new)                           \
    F(archive_read_next_header)                   \
    F(archive_read_open)                          \
    F(archive_read_support_filter_zstd)           \
    F(archive_read_support_format_empty)          \
    F(archive_read_support_format_raw)            \
    F(archive_read_support_format_tar)            \
    F(archive_read_support_format_zip_streamable) \
    F(archive_set_error)

typedef struct {
    FUNCTIONS(LIBRARY_POINTER)
} Library;

struct Archive {
    Library lib;
    struct archive *handle;
    struct archive_entry *entry;
    Stream *packed;
    size_t lent;     // bytes at the front of `packed` that the library looks at
    Str block;       // of the entry, unpacked and not yet read
    bool broken;     // nothing can be read any more
    locale_t locale; // in which the library can give names that are UTF-8
    Str last;        // the name of the last member
    Str problem;
};

// ---- The library's way to the bytes, and ours

// Blocks are full ones, since what the library makes of a damaged archive depends on how
// far it sees.
static la_ssize_t lend(struct archive *handle, void *context, const void **bytes) {
    Archive *archive = context;
    stream_skip(archive->packed, archive->lent);
    Str block = stream_peek(archive->packed, STREAM_BLOCK);
    archive->lent = block.len;
    *bytes = block.ptr;
    if (block.len || !archive->packed->problem[0]) return (la_ssize_t)block.len;
    archive->lib.archive_set_error(handle, EIO, "%s", archive->packed->problem);
    return ARCHIVE_FATAL;
}

// The library's words, as ours are written.
static const char *reason(const Archive *archive) {
    if (archive->entry && archive->lib.archive_entry_is_encrypted(archive->entry))
        return "protected by a password";
    Str words = str_from(archive->lib.archive_error_string(archive->handle));
    if (!words.len) return "damaged";
    char *copy = str_z(archive->packed->arena, words);
    bool is_name = words.len > 1 && copy[1] >= 'A' && copy[1] <= 'Z';
    if (!is_name && copy[0] >= 'A' && copy[0] <= 'Z') copy[0] |= ' ';
    return copy;
}

static void fail(Stream *stream) {
    const Archive *archive = stream->state;
    const char *below = archive->packed->problem;
    if (below[0])
        stream_fail(stream, "%s", below);
    else
        stream_fail(stream, "cannot unpack: %s", reason(archive));
}

static size_t unpack_pull(Stream *stream, char *into, size_t room) {
    Archive *archive = stream->state;
    while (!archive->block.len) {
        const void *bytes;
        size_t size;
        la_int64_t offset;
        int result =
            archive->lib.archive_read_data_block(archive->handle, &bytes, &size, &offset);
        if (result == ARCHIVE_EOF) return 0;
        archive->broken = result == ARCHIVE_FATAL;
        if (result != ARCHIVE_OK) return fail(stream), 0;
        archive->block = (Str){bytes, size};
    }
    size_t count = archive->block.len < room ? archive->block.len : room;
    memcpy(into, archive->block.ptr, count);
    archive->block = str_slice(archive->block, count, archive->block.len);
    return count;
}

static Archive *new_archive(Stream *packed) {
    static const char *const NAMES[] = {FUNCTIONS(LIBRARY_NAME) NULL};
    Archive *archive = arena_new(packed->arena, Archive);
    library_load(LIBRARY_FILE, NAMES, &archive->lib);
    archive->packed = packed;
    archive->handle = archive->lib.archive_read_new();
    archive->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL);
    if (!archive->handle) out_of_memory();
    return archive;
}

void archive_close(Archive *archive) {
    archive->lib.archive_read_free(archive->handle);
    if (archive->locale) freelocale(archive->locale);
}

static int next_entry(Archive *archive) {
    locale_t before = uselocale(archive->locale);
    archive->block = (Str){0};
    archive->entry = NULL;
    int result = archive->lib.archive_read_next_header(archive->handle, &archive->entry);
    uselocale(before);
    return result;
}

// ---- Compressed files

// A file can be made that unpacks to itself, so there is no going on while it can be.
static const char TWICE[] = "cannot unpack: compressed twice";

static void close_zstd(Stream *stream) { archive_close(stream->state); }

// To the library, a compressed file is an archive with one entry.
static Stream *zstd_stream(Arena *arena, Stream *packed) {
    Stream *stream = stream_new(arena, packed);
    Archive *archive = new_archive(packed);
    stream->state = archive;
    stream->pull = unpack_pull;
    stream->close = close_zstd;
    archive->lib.archive_read_support_filter_zstd(archive->handle);
    archive->lib.archive_read_support_format_raw(archive->handle);
    archive->lib.archive_read_support_format_empty(archive->handle);
    archive->lib.archive_read_open(archive->handle, archive, NULL, lend, NULL);
    int result = next_entry(archive);
    if (result < ARCHIVE_OK) fail(stream);
    // More than this one, and what takes the bytes.
    if (archive->lib.archive_filter_count(archive->handle) > 2)
        stream_fail(stream, "%s", TWICE);
    if (result != ARCHIVE_OK) stream->ended = true; // or it is empty
    return stream;
}

static bool is_gzip(Str head) {
    return str_starts(head, STR("\x1F\x8B")); // RFC 1952, 2.3.1
}

bool unpack_sniff(Str head) {
    return is_gzip(head) || str_starts(head, STR("\x28\xB5\x2F\xFD")); // RFC 8878, 3.1.1
}

Stream *unpack_stream(Arena *arena, Stream *stream) {
    Str head = stream_peek(stream, 4);
    if (!unpack_sniff(head)) return stream;
    Stream *unpacked =
        is_gzip(head) ? inflate_stream(arena, stream) : zstd_stream(arena, stream);
    if (unpack_sniff(stream_peek(unpacked, 4))) stream_refuse(unpacked, TWICE);
    return unpacked;
}

// ---- Archives

bool archive_sniff(Stream *stream) {
    enum { USTAR_AT = 257 }; // POSIX, pax: "ustar Interchange Format"
    Str head = stream_peek(stream, USTAR_AT + 5);
    bool zip = str_starts(head, STR("PK\3\4")) || str_starts(head, STR("PK\5\6"));
    return zip || str_eq(str_slice(head, USTAR_AT, USTAR_AT + 5), STR("ustar"));
}

Archive *archive_open(Stream *stream) {
    Archive *archive = new_archive(stream);
    archive->lib.archive_read_support_format_zip_streamable(archive->handle);
    archive->lib.archive_read_support_format_tar(archive->handle);
    archive->lib.archive_read_open(archive->handle, archive, NULL, lend, NULL);
    return archive;
}

static bool is_hidden(Str path) {
    for (Str name; str_next(&path, '/', &name);) {
        bool is_step = str_eq(name, STR(".")) || str_eq(name, STR(".."));
        bool is_dotted = str_starts(name, STR(".")) && !is_step;
        if (is_dotted || str_eq(name, STR("__MACOSX"))) return true;
    }
    return false;
}

static Str entry_name(const Archive *archive, Arena *arena) {
    size_t repaired = 0;
    Str name = str_from(archive->lib.archive_entry_pathname(archive->entry));
    while (str_starts(name, STR("./"))) name = str_slice(name, 2, name.len);
    return str_copy(arena, utf8_repair(arena, name, &repaired));
}

// There is no more, or there is and it cannot be had. The archive is read to its end, so
// that what is above and below it has been checked as well.
static bool end(Archive *archive, int result) {
    Stream *packed = archive->packed;
    Buf out = {.arena = packed->arena};
    if (result == ARCHIVE_EOF) stream_drain(packed);
    if (packed->problem[0])
        buf_text(&out, packed->problem);
    else if (archive->broken)
        buf_text(&out, "cannot unpack the rest");
    else if (result != ARCHIVE_EOF)
        buf_format(&out, "cannot unpack: %s", reason(archive));
    if (out.len && archive->last.len)
        buf_format(&out, ", after '%.*s'", STR_ARG(archive->last));
    archive->problem = buf_str(&out);
    return false;
}

bool archive_next(Archive *archive, Arena *arena, Str *name) {
    for (;;) {
        int result = next_entry(archive);
        if (result == ARCHIVE_EOF || result < ARCHIVE_WARN) return end(archive, result);
        *name = entry_name(archive, arena);
        bool is_file = archive->lib.archive_entry_filetype(archive->entry) == AE_IFREG;
        if (is_file && !is_hidden(*name)) return archive->last = *name, true;
    }
}

static void close_member(Stream *stream) { digest_free(stream->digest); }

Stream *archive_member(Archive *archive, Arena *arena) {
    Stream *stream = stream_new(arena, NULL);
    stream->state = archive;
    stream->pull = unpack_pull;
    stream->close = close_member;
    stream->digest = digest_new();
    return stream;
}

Str archive_problem(const Archive *archive) { return archive->problem; }
