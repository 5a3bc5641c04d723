#include "call/read.h"

#include "call/columns.h"
#include "call/format.h"
#include "call/paths.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FORMAT_COUNT = 3 };
// Labelled turns are a table as well, so they are asked for first.
static const Format *const FORMATS[FORMAT_COUNT] = {&FORMAT_LABELS, &FORMAT_CSV,
                                                    &FORMAT_TEXT};

struct Reader {
    Arena *run;
    const ReadOptions *options;
    const Format *forced; // --from; NULL = detect
    Diags *diags;
    InputFiles files;
    Seen seen;
    bool ok;
    size_t next_file;
    Input input; // the one being read, when `format` is set
    const Format *format;
    void *state;           // of the format
    uint64_t bytes, total; // of the files before this one; of all
    int64_t ns;            // reader_ns, of the files before this one
};

size_t format_count(void) { return FORMAT_COUNT; }

FormatInfo format_info(size_t index) {
    const Format *format = FORMATS[index];
    return (FormatInfo){format->name, format->summary, format->times, format->roles};
}

// --from
static bool find_format(Reader *reader) {
    Str name = reader->options->format, names[FORMAT_COUNT];
    if (!name.len) return true;
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        names[i] = str_from(FORMATS[i]->name);
        if (str_eq(name, names[i])) reader->forced = FORMATS[i];
    }
    if (reader->forced) return true;
    Diag *diag = diag_add(reader->diags, DIAG_ERROR, (Place){.path = STR("--from")},
                          "unknown format '%.*s'", STR_ARG(name));
    diag->hint = diag_hint(reader->diags->arena, name, names, FORMAT_COUNT);
    return false;
}

// False when the size is not known before the end, as that of a pipe.
static bool find_size(Arena *arena, Str path, uint64_t *size) {
    struct stat status;
    bool is_stdin = str_eq(path, STR("-"));
    int failed =
        is_stdin ? fstat(STDIN_FILENO, &status) : stat(str_z(arena, path), &status);
    if (failed || !S_ISREG(status.st_mode)) return false;
    *size = (uint64_t)status.st_size;
    return true;
}

static void list_files(Reader *reader, const Str *paths, size_t count) {
    Paths found = {0};
    bool all_known = true;
    for (size_t i = 0; i < count; i++)
        paths_add(&found, reader->run, paths[i], reader->options->left_out,
                  reader->diags);
    vec_each(const Str, path, &found) {
        uint64_t size = 0;
        *vec_push(reader->run, &reader->files) = (InputFile){.path = *path};
        all_known &= find_size(reader->run, *path, &size);
        reader->total += size;
    }
    if (!all_known) reader->total = 0;
}

Reader *reader_open(Arena *run, const ReadOptions *options, const Str *paths,
                    size_t count, Diags *diags) {
    Reader *reader = arena_new(run, Reader);
    *reader = (Reader){.run = run, .options = options, .diags = diags};
    reader->ok = find_format(reader);
    reader->ok = columns_check_map(options, diags) && reader->ok;
    if (reader->ok) list_files(reader, paths, count);
    return reader;
}

bool reader_ok(const Reader *reader) { return reader->ok; }

static void fail(Reader *reader, const char *text) {
    input_fail(&reader->input, input_place(&reader->input, 0, 0), str_from(text));
}

static void fail_read(Reader *reader) {
    Input *input = &reader->input;
    input_fail(input, input_place(input, 0, 0),
               source_problem(reader->diags->arena, input->source.error));
}

// What the first bytes say of a file that no reader can read; NULL when nothing.
static const char *bad_encoding(Str head) {
    if (str_starts(head, STR("\xFF\xFE")) || str_starts(head, STR("\xFE\xFF")))
        return "text in UTF-16, which cannot be read yet: convert it to UTF-8";
    if (str_starts(head, STR("\x1F\x8B")))
        return "file compressed by gzip, which cannot be read yet: unpack it";
    if (str_starts(head, STR("\x28\xB5\x2F\xFD")))
        return "file compressed by zstd, which cannot be read yet: unpack it";
    if (!str_trim(head).len) return "empty file";
    return NULL;
}

static const Format *detect(Reader *reader, const char **reason) {
    Str head = source_window(&reader->input.source);
    const char *problem = bad_encoding(head);
    if (problem) return fail(reader, problem), NULL;
    *reason = "--from";
    if (reader->forced) return reader->forced;
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if ((*reason = FORMATS[i]->sniff(&reader->input))) return FORMATS[i];
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (FORMATS[i]->guess && (*reason = FORMATS[i]->guess(&reader->input)))
            return FORMATS[i];
    bool binary = memchr(head.ptr, 0, head.len) != NULL;
    fail(reader, binary ? "not a transcript (binary)"
                        : "not a transcript: no header that names columns, and no lines "
                          "'Name: text'");
    return NULL;
}

// Sets reader->format when the opened source can be read.
static void begin_format(Reader *reader) {
    Input *input = &reader->input;
    InputFile *file = &reader->files.items[input->number];
    const char *reason = NULL;
    const Format *format = detect(reader, &reason);
    if (!format) return;
    reader->state = format->open(input);
    if (input->source.error) fail_read(reader);
    if (!reader->state) return;
    reader->format = format;
    file->format = format->name;
    file->reason = reason;
}

static void note_bytes(Reader *reader, InputFile *file) {
    const Source *source = &reader->input.source;
    file->bytes = source->bytes;
    file->refused = reader->input.refused;
    digest_hex(source->digest, file->hash);
    reader->bytes += source->bytes;
    reader->ns += source->read_ns;
}

static void open_file(Reader *reader) {
    Input *input = &reader->input;
    uint32_t number = (uint32_t)reader->next_file++;
    InputFile *file = &reader->files.items[number];
    *input = (Input){.path = file->path,
                     .options = reader->options,
                     .diags = reader->diags,
                     .seen = &reader->seen,
                     .files = &reader->files,
                     .number = number};
    if (!source_open(&input->source, file->path)) {
        fail_read(reader);
        return;
    }
    file->opened = true;
    begin_format(reader);
    if (reader->format) return;
    note_bytes(reader, file);
    input_close(input);
}

static void close_file(Reader *reader) {
    reader->format->close(reader->state);
    note_bytes(reader, &reader->files.items[reader->input.number]);
    input_close(&reader->input);
    reader->format = NULL;
}

// The file was read to its end.
static void end_file(Reader *reader) {
    Input *input = &reader->input;
    if (input->source.error)
        fail_read(reader);
    else if (!reader->files.items[input->number].calls && !input->refused)
        diag_add(reader->diags, DIAG_WARNING, input_place(input, 0, 0), "no calls");
    close_file(reader);
}

bool reader_next(Reader *reader, Arena *arena, Call *call) {
    for (;;) {
        while (!reader->format && reader->next_file < reader->files.len)
            open_file(reader);
        if (!reader->format) return false;
        if (reader->format->next(reader->state, arena, call)) {
            reader->files.items[reader->input.number].calls++;
            return true;
        }
        end_file(reader);
    }
}

const InputFiles *reader_files(const Reader *reader) { return &reader->files; }

uint64_t reader_bytes(const Reader *reader) {
    return reader->bytes + (reader->format ? reader->input.source.bytes : 0);
}

int64_t reader_ns(const Reader *reader) {
    return reader->ns + (reader->format ? reader->input.source.read_ns : 0);
}

uint64_t reader_total(const Reader *reader) { return reader->total; }

void reader_close(Reader *reader) {
    if (reader->format) close_file(reader);
    arena_free(&reader->seen.arena);
    reader->next_file = reader->files.len;
}
