#include "read/reader.h"

#include "input/paths.h"
#include "read/agents.h"
#include "read/doubts.h"
#include "read/extras.h"
#include "read/formats.h"
#include "read/language.h"
#include "read/roles.h"
#include "read/shares.h"
#include "read/when.h"
#include "text/blanks.h"
#include "text/columns.h"
#include "text/mime.h"
#include "text/sidecar.h"
#include "json/conversation_parts.h"

#include <string.h>

struct Reader {
    Arena *run;
    const ReadOptions *options;
    const Format *forced; // --from; NULL = detect
    const Languages *languages;
    Mime *mime;
    Diags *diags;
    InputFiles files; // members of archives behind the others
    Seen seen;
    Str broken; // one of the paths, of which the machine could not list all files
    bool ok;
    bool *used; // by the row of --calls: a call has it; NULL without --calls
    size_t next_file, file_count; // without members
    Input *archive;        // whose members are being opened; among `inputs` after them
    VEC(Input *) inputs;   // opened so far
    size_t accepted;       // those of them whose calls have all been accepted
    Input *cutting;        // the last of them, until it has been cut to its end
    bool ended;            // the last task has been cut
    uint64_t bytes, total; // of the files before the one being cut; of all
    int64_t ns;            // reader_ns, of the files before `cutting`
};

static void list_files(Reader *reader, const Str *paths, size_t count) {
    Paths found = {0};
    for (size_t i = 0; i < count; i++)
        if (!paths_add(&found, reader->run, paths[i], reader->options->left_out,
                       reader->diags))
            reader->broken = paths[i];
    vec_each(const Str, path, &found)
        *vec_push(reader->run, &reader->files) = (InputFile){.path = *path};
    reader->file_count = reader->files.len;
    reader->ok = shares_settle(reader->run, reader->options->shard, &reader->files,
                               &reader->total, reader->diags);
    parts_find(&reader->files);
}

Reader *reader_open(Arena *run, const ReadOptions *options, const Str *paths,
                    size_t count, Diags *diags) {
    Reader *reader = arena_new(run, Reader);
    *reader = (Reader){.run = run, .options = options, .diags = diags};
    reader->forced = format_named(options->format, diags);
    reader->languages = languages_open(run);
    reader->mime = mime_new(run);
    reader->ok =
        columns_check_map(options, diags) && (reader->forced || !options->format.len);
    if (options->calls) reader->used = arena_array(run, bool, options->calls->rows.len);
    if (reader->ok) list_files(reader, paths, count);
    return reader;
}

bool reader_ok(const Reader *reader) { return reader->ok; }

static void fail(Input *input, const char *text) {
    Str copy = str_copy(&input->arena, str_from(text));
    input_fail(input, input_place(input, 0, 0), copy);
}

static void fail_read(Input *input) { fail(input, input->source.problem); }

// ---- Cutting: from the inputs to tasks

// What the file's name says of its calls.
static void read_name(Input *input) {
    const ReadOptions *options = input->options;
    if (!options->read_name) return;
    Call *named = arena_new(&input->arena, Call);
    Str problem =
        options->read_name(options->name_context, &input->arena, input->path, named);
    input->named = named;
    if (problem.len)
        input_complain(input, COMPLAINT_EXTRA, input_place(input, 0, 0), problem);
}

// Finds the format of the opened source and begins to read it; false when it cannot.
static bool begin_format(Reader *reader, Input *input) {
    InputFile *file = &reader->files.items[input->number];
    const char *reason = NULL;
    if (!input_claim(input, source_divides(&input->source))) return false;
    if (input->source.problem[0]) return fail_read(input), false;
    const Format *format = format_detect(input, reader->forced, &reason);
    if (!format || !input_claim(input, format->divides)) return false;
    input->format = format;
    read_name(input);
    input->state = format->open(input);
    if (input->source.problem[0]) fail_read(input);
    if (!input->state || input->source.problem[0]) return false;
    file->format = format->info.name;
    file->reason = reason;
    return true;
}

// Whose bytes are counted as read: not those of members, but of the file they are in.
static const Input *outermost(const Reader *reader) {
    return reader->archive ? reader->archive : reader->cutting;
}

// It has been cut to its end, or cannot be.
static void end_cutting(Reader *reader, Input *input) {
    InputFile *file = &reader->files.items[input->number];
    Source *source = &input->source;
    file->bytes = source->raw->bytes;
    file->changed = source->raw->changed;
    file->broken = source->raw->broken;
    file->failed = !input->cut;
    file->encoding = str_copy(reader->run, source_encoding(source));
    if (source->raw->digest) digest_hex(source->raw->digest, file->hash);
    if (input == outermost(reader)) reader->bytes += file->bytes;
    reader->ns += source->read_ns;
    source_close(source);
    reader->cutting = NULL;
}

// The input lives in its own arena.
static Input *new_input(Reader *reader, uint32_t number) {
    Arena arena = {0};
    Input *input = arena_new(&arena, Input);
    *input = (Input){.path = reader->files.items[number].path,
                     .options = reader->options,
                     .languages = reader->languages,
                     .mime = reader->mime,
                     .files = &reader->files,
                     .alone = reader->file_count == 1 && !reader->archive,
                     .number = number,
                     .own = reader->files.items[number].own,
                     .arena = arena};
    return input;
}

// What is wrong with the beginning of a file, is said by the shard that has it.
static void begin_cutting(Reader *reader, Input *input) {
    *vec_push(reader->run, &reader->inputs) = input;
    reader->files.items[input->number].opened = true;
    reader->cutting = input;
    if (begin_format(reader, input)) return;
    if (input->own.from && !input->source.problem[0]) input->before.len = 0;
    end_cutting(reader, input);
}

static void open_file(Reader *reader) {
    uint32_t number = (uint32_t)reader->next_file++;
    InputFile *file = &reader->files.items[number];
    if (file->is_part || !file->own.to) return;
    Input *input = new_input(reader, number);
    bool opened = reader->options->in_lines
                      ? source_open_lines(&input->source, input->path)
                      : source_open(&input->source, input->path);
    if (!opened) {
        *vec_push(reader->run, &reader->inputs) = input;
        file->broken = input->source.broken;
        fail_read(input);
        return;
    }
    if (input->options->unhashed) source_leave_unhashed(&input->source);
    if (input->source.archive && !input->own.from) {
        reader->archive = input;
    } else {
        begin_cutting(reader, input);
    }
}

// There are no more members, or no more can be had.
static void end_archive(Reader *reader) {
    Input *input = reader->archive;
    Str problem = archive_problem(input->source.archive);
    if (problem.len)
        input_fail(input, input_place(input, 0, 0), str_copy(&input->arena, problem));
    else if (!input->members)
        fail(input, "no files in this archive");
    reader->files.items[input->number].opened = true;
    *vec_push(reader->run, &reader->inputs) = input;
    end_cutting(reader, input);
    reader->archive = NULL;
}

static void open_member(Reader *reader) {
    Input *outer = reader->archive;
    Archive *archive = outer->source.archive;
    Str name;
    if (!archive_next(archive, &outer->arena, &name)) {
        end_archive(reader);
        return;
    }
    outer->members++;
    uint32_t number = (uint32_t)reader->files.len;
    *vec_push(reader->run, &reader->files) = (InputFile){
        .path = str_format(reader->run, "%.*s/%.*s", STR_ARG(outer->path), STR_ARG(name)),
        .own = ALL_BYTES};
    Input *input = new_input(reader, number);
    source_open_member(&input->source, archive);
    if (input->options->unhashed) source_leave_unhashed(&input->source);
    begin_cutting(reader, input);
}

// False when there is nothing left to open.
static bool open_next(Reader *reader) {
    if (!reader->archive && reader->next_file == reader->file_count) return false;
    if (reader->archive)
        open_member(reader);
    else
        open_file(reader);
    return true;
}

static void note_replaced(Input *input) {
    size_t count = source_replaced(&input->source);
    if (!count) return;
    Str encoding = source_encoding(&input->source);
    Str text = str_format(&input->arena, "bad bytes: %zu not %.*s, replaced by U+FFFD",
                          count, STR_ARG(encoding));
    input_complain(input, COMPLAINT_BYTES, input_place(input, 0, 0), text);
}

// The file was read to its end.
static void end_file(Reader *reader) {
    Input *input = reader->cutting;
    input->cut = !input->source.problem[0];
    if (!input->cut) fail_read(input);
    note_replaced(input);
    end_cutting(reader, input);
}

// The task that follows the last call has complaints only.
static CallTask *cut_end(Reader *reader, CallTask *task) {
    if (reader->ended) return NULL;
    reader->ended = true;
    task->input = NULL;
    return task;
}

static CallTask *take_remarks(Input *input, CallTask *task) {
    vec_each(const Complaint, complaint, &input->before)
        *vec_push(task->arena, &task->before) = *complaint;
    input->before.len = 0;
    return task;
}

// What is cut off where the bytes fail may be half a call, and is not given out.
CallTask *reader_next_task(Reader *reader, Arena *arena) {
    CallTask *task = arena_new(arena, CallTask);
    for (;;) {
        while (!reader->cutting && open_next(reader)) continue;
        Input *input = reader->cutting;
        if (!input) return cut_end(reader, task);
        *task = (CallTask){.arena = arena, .input = input, .path = input->path};
        bool cut = input->format->cut(input->state, task);
        if (cut && !input->source.problem[0]) return take_remarks(input, task);
        end_file(reader);
    }
}

// ---- Reading: from a task to its call

// Blanks of word processors around a name are none of it. One whose bytes another turn
// just before has, is tidy.
static void tidy_speakers(CallTask *task) {
    Str tidy[2] = {0}; // the last and the one before
    vec_each(Turn, turn, &task->call.turns) {
        if (turn->speaker.ptr != tidy[0].ptr && turn->speaker.ptr != tidy[1].ptr)
            turn->speaker = str_trim(blanks_plain(task->arena, turn->speaker));
        tidy[1] = tidy[0];
        tidy[0] = turn->speaker;
    }
}

const Call *task_read(CallTask *task) {
    if (!task->input) return NULL;
    if (task->raw) task->input->format->read(task->input->state, task);
    task_limit(task);
    if (task->refused) return NULL;
    if (task->raw) {
        tidy_speakers(task);
        extras_apply(task);
        when_settle(task);
        language_settle(task);
        roles_settle(task);
        agents_settle(task);
        doubts_note(task);
        if (task->refused) return NULL;
    }
    if (input_may_copy(task->input)) task->digest = call_digest(&task->call);
    return &task->call;
}

// ---- Accepting: from a task to the call given out

// All that is known of the input has been said.
static void finish(Reader *reader, Input *input) {
    InputFile *file = &reader->files.items[input->number];
    input_report(&input->before, reader->diags);
    bool whole = !input->own.from && input->own.to == UINT64_MAX;
    if (whole && input->cut && !file->calls && !input->refused && !input->copies)
        diag_add(reader->diags, DIAG_WARNING, input_place(input, 0, 0), "no calls");
    input_report_counts(input, reader->diags);
    file->refused = input->refused;
    if (input->state && input->format->close) input->format->close(input->state);
    arena_free(&input->split.arena);
    arena_free(&input->dropped.arena);
    Arena arena = input->arena; // which holds `input`
    arena_free(&arena);
}

// Every input before `input` has come to its end.
static void reach(Reader *reader, const Input *input) {
    while (reader->accepted < reader->inputs.len &&
           reader->inputs.items[reader->accepted] != input)
        finish(reader, reader->inputs.items[reader->accepted++]);
}

const Call *reader_accept(Reader *reader, CallTask *task) {
    Input *input = task->input;
    Call *call = &task->call;
    reach(reader, input);
    if (!input) return NULL;
    input_report(&task->before, reader->diags);
    bool admitted = !call->id.len || reader->options->repeated || input->by_line ||
                    input_admit(input, &reader->seen, task, reader->diags);
    if (!admitted && !task->refused) return NULL;
    input_report(&task->complaints, reader->diags);
    input_count(input, task->counts);
    if (task->refused) return NULL;
    InputFile *file = &reader->files.items[input->number];
    if (task->format && !file->calls) {
        file->format = task->format;
        file->reason = task->reason;
    }
    file->calls++;
    if (task->row) reader->used[task->row - reader->options->calls->rows.items] = true;
    return call;
}

bool reader_next(Reader *reader, Arena *arena, Call *call) {
    for (;;) {
        arena_reset(arena);
        CallTask *task = reader_next_task(reader, arena);
        if (!task) return false;
        task_read(task);
        const Call *accepted = reader_accept(reader, task);
        if (accepted) *call = *accepted;
        if (accepted) return true;
    }
}

uint32_t reader_unused_rows(const Reader *reader) {
    uint32_t unused = 0;
    for (size_t i = 0; reader->used && i < reader->options->calls->rows.len; i++)
        unused += !reader->used[i];
    return unused;
}

const InputFiles *reader_files(const Reader *reader) { return &reader->files; }

Str reader_broken(const Reader *reader) {
    if (reader->broken.len) return reader->broken;
    vec_each(const InputFile, file, &reader->files)
        if (file->broken) return file->path;
    return (Str){0};
}

uint64_t reader_bytes(const Reader *reader) {
    const Input *input = outermost(reader);
    return reader->bytes + (input ? input->source.raw->bytes : 0);
}

int64_t reader_ns(const Reader *reader) {
    return reader->ns + (reader->cutting ? reader->cutting->source.read_ns : 0);
}

uint64_t reader_total(const Reader *reader) { return reader->total; }

void reader_close(Reader *reader) {
    if (reader->cutting) end_cutting(reader, reader->cutting);
    if (reader->archive) end_archive(reader);
    reach(reader, NULL);
    arena_free(&reader->seen.arena);
    reader->next_file = reader->file_count;
    reader->ended = true;
}
