#include "input/package.h"

#include "base/buf.h"
#include "base/file.h"
#include "input/unpack.h"

// ---- What begins so

// APPNOTE.TXT of PKWARE, 4.3.7: the name of an archive's first member.
static Str first_member(Stream *stream) {
    enum { LENGTH_AT = 26, NAME_AT = 30, NAME_MAX = 64 };
    Str head = stream_peek(stream, NAME_AT + NAME_MAX);
    if (!str_starts(head, STR("PK\3\4")) || head.len < NAME_AT) return (Str){0};
    return str_slice(head, NAME_AT, NAME_AT + (size_t)(unsigned char)head.ptr[LENGTH_AT]);
}

Str package_foreign(Stream *stream) {
    static const char OLE[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"; // [MS-CFB] 2.2
    if (str_starts(stream_peek(stream, 8), str_from(OLE)))
        return STR("a file of an older Word or Excel, or one with a password: save it as "
                   ".xlsx, .docx, CSV or plain text, without one");
    if (str_starts(stream_peek(stream, 5), STR("%PDF-")))
        return STR("a PDF file: save its text as plain text");
    if (!str_eq(first_member(stream), STR("mimetype"))) return (Str){0};
    return STR("an OpenDocument file: save it as .xlsx, .docx, CSV or plain text");
}

bool package_sniff(Stream *stream) {
    static const char *const STARTS[] = {"[Content_Types].xml", "_rels/", "docProps/",
                                         "customXml/",          "xl/",    "word/"};
    Str name = first_member(stream);
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
        if (str_starts(name, str_from(STARTS[i]))) return true;
    return false;
}

// ---- Its bytes

typedef struct {
    const Package *package;
    Str rest;         // of the package
    Archive *archive; // in which a part stands
} Reading;

static size_t bytes_pull(Stream *stream, char *into, size_t room) {
    Reading *reading = stream->state;
    size_t count = reading->rest.len < room ? reading->rest.len : room;
    memcpy(into, reading->rest.ptr, count);
    reading->rest = str_slice(reading->rest, count, reading->rest.len);
    return count;
}

// Nothing that is written grows so much; what is made to be unpacked without end does.
static size_t part_pull(Stream *stream, char *into, size_t room) {
    enum { ALLOWED = 16 << 20 };
    const Reading *reading = stream->state;
    uint64_t most = (uint64_t)reading->package->bytes.len * PACKAGE_TIMES;
    if (stream->bytes > ALLOWED && stream->bytes > most) {
        stream_fail(stream, "cannot unpack: a part is %d times as long as the file",
                    PACKAGE_TIMES);
        return 0;
    }
    return stream_read(stream->below, into, room);
}

static void close_part(Stream *stream) {
    Reading *reading = stream->state;
    archive_close(reading->archive);
}

Stream *package_part(const Package *package, Arena *arena, Str name) {
    Reading *reading = arena_new(arena, Reading);
    *reading = (Reading){.package = package, .rest = package->bytes};
    Stream *bytes = stream_new(arena, NULL);
    bytes->state = reading;
    bytes->pull = bytes_pull;
    reading->archive = archive_open(bytes);
    Str found;
    bool there;
    do there = archive_next(reading->archive, arena, &found);
    while (there && !str_eq_fold(found, name));
    Stream *part =
        stream_new(arena, there ? archive_member(reading->archive, arena) : bytes);
    part->state = reading;
    part->pull = part_pull;
    part->close = close_part;
    Str problem = archive_problem(reading->archive);
    if (problem.len) stream_fail(part, "%.*s", STR_ARG(problem));
    if (!there && !problem.len)
        stream_fail(part, "damaged: it has no part '%.*s'", STR_ARG(name));
    return part;
}

// ---- Its parts

static void start_type(void *context, Str name, XmlAttributes attributes) {
    Package *package = context;
    if (!str_eq(name, STR("Override"))) return;
    Str part = xml_attribute(attributes, "PartName");
    if (str_starts(part, STR("/"))) part = str_slice(part, 1, part.len);
    *vec_push(package->arena, &package->parts) = (PackagePart){
        .name = str_copy(package->arena, part),
        .type = str_copy(package->arena, xml_attribute(attributes, "ContentType"))};
}

static void ignore_end(void *context, Str name) { (void)context, (void)name; }
static void ignore_text(void *context, Str text) { (void)context, (void)text; }

static void take_bytes(Package *package, Stream *stream) {
    Buf bytes = {.arena = package->arena};
    for (Str block; (block = stream_peek(stream, 1)).len;
         stream_skip(stream, block.len)) {
        if (bytes.len + block.len > PACKAGE_MAX) {
            package->problem = STR("an office file of more than 256 MiB");
            return;
        }
        buf_put(&bytes, block);
    }
    package->problem = str_copy(package->arena, str_from(stream->problem));
    package->bytes = buf_str(&bytes);
}

Package *package_open(Arena *arena, Stream *stream) {
    static const XmlHandler TYPES = {start_type, ignore_end, ignore_text, NULL};
    Package *package = arena_new(arena, Package);
    package->arena = arena;
    take_bytes(package, stream);
    if (package->problem.len) return package;
    Stream *types = package_part(package, arena, STR("[Content_Types].xml"));
    xml_read(arena, types, &TYPES, package, &package->problem);
    return package;
}

const PackagePart *package_find(const Package *package, const char *type_end) {
    vec_each(const PackagePart, part, &package->parts)
        if (str_ends(part->type, str_from(type_end))) return part;
    return NULL;
}

Str package_target(Arena *arena, Str from, Str target) {
    if (str_starts(target, STR("/"))) return str_slice(target, 1, target.len);
    Str folder = path_folder(from);
    while (str_starts(target, STR("../"))) {
        target = str_slice(target, 3, target.len);
        folder = path_folder(folder);
    }
    return str_eq(folder, STR(".")) ? target : path_join(arena, folder, target);
}
