#include "cli/part_run.h"

#include "base/file.h"
#include "base/folder.h"
#include "cli/about.h"
#include "match/code.h"
#include "json/documents.h"

#include <errno.h>
#include <string.h>
#include <sysexits.h>

bool output_is_folder(Arena *arena, const Settings *settings) {
    struct stat status;
    Str path = settings->output;
    return str_ends(path, STR("/")) ||
           (path.len && file_status(arena, path, &status) && S_ISDIR(status.st_mode));
}

static Str hash_text(Arena *arena, const char *hash) {
    return str_copy(arena, str_from(hash));
}

static PartOrigin origin_of(const Setup *setup, const Fingerprint *read) {
    const Rubric *rubric = &setup->rubric;
    char options[17];
    uint32_t shards = setup->settings->read.shard.count;
    digest_of(setup->settings->given, options);
    return (PartOrigin){
        .version = about_version(),
        .engine = code_engine(setup->arena),
        .rubric = rubric->id,
        .rubric_version = rubric->version,
        .rubric_hash = str_from(rubric->hash),
        .quality_hash = str_from(rubric->quality_hash),
        .options = hash_text(setup->arena, options),
        .files = read->files,
        .bytes = read->bytes,
        .listing = hash_text(setup->arena, read->listing),
        .shards = shards ? shards : 1, // one run reads all
    };
}

// Tables that say more of the calls are read like them.
static Texts files_read(const Setup *setup) {
    const Settings *settings = setup->settings;
    Texts files = {0};
    vec_each(const Str, path, &settings->files) *vec_push(setup->arena, &files) = *path;
    if (settings->calls.len) *vec_push(setup->arena, &files) = settings->calls;
    if (settings->agents.len) *vec_push(setup->arena, &files) = settings->agents;
    return files;
}

// How much of a file matters to the shard: of one of which it has a part, what stands
// before, for what is quoted and for the numbers of lines, and the end of its last call,
// which is in the first DOCUMENT_MAX bytes, or the call is refused whatever follows. One
// that cannot be divided is the shard's in which it begins.
static uint64_t read_to(const InputFile *file) {
    ByteRange own = file->own;
    bool open_ended = !own.from || own.to > UINT64_MAX - DOCUMENT_MAX;
    return !own.to ? 0 : open_ended ? UINT64_MAX : own.to + DOCUMENT_MAX;
}

// That goes on with a call which begins in a file of the shard is read with that.
static void read_parts(const InputFiles *files, size_t first, ReadTo *read) {
    if (files->items[first].is_part) return;
    for (size_t i = files->items[first].next_part; i; i = files->items[i].next_part)
        read->items[i] = read->items[first] ? UINT64_MAX : 0;
}

static ReadTo read_by(const Setup *setup, size_t tables) {
    ReadTo read = {0};
    const InputFiles *files = reader_files(setup->reader);
    vec_each(const InputFile, file, files) *vec_push(setup->arena, &read) = read_to(file);
    for (size_t i = 0; i < read.len; i++) read_parts(files, i, &read);
    for (; tables > 0; tables--) *vec_push(setup->arena, &read) = UINT64_MAX;
    return read;
}

static int tell_change(void) {
    message_error("nothing written: the input changed while it was read (try again)");
    return EX_TEMPFAIL;
}

static int tell_broken(Str path) {
    message_error("nothing written: '%.*s' could not be read (try again)", STR_ARG(path));
    return EX_IOERR;
}

static int refuse_options(const Settings *settings) {
    bool csv = str_eq(settings->to, STR("csv"));
    if (csv) message_error("parts are of NDJSON: no --to csv with a folder");
    if (settings->store.len)
        message_error("a store is not fed by one part "
                      "(callmark report DIR --store FILE, when all are there)");
    return csv || settings->store.len ? EX_USAGE : EX_OK;
}

static int make_folder(const PartRun *run, const Setup *setup) {
    if (folder_make(setup->arena, run->folder)) return EX_OK;
    int error = errno;
    message_error("cannot write '%.*s': %s", STR_ARG(run->folder), strerror(error));
    return exit_status_of(error);
}

int part_run_open(PartRun *run, Setup *setup, Str *path, bool *done) {
    const Settings *settings = setup->settings;
    *run = (PartRun){0};
    *path = settings->output;
    if (!output_is_folder(setup->arena, settings)) return EX_OK;
    run->folder = settings->output;
    int status = refuse_options(settings);
    if (status == EX_OK) status = make_folder(run, setup);
    if (status != EX_OK) return status;
    run->read = files_read(setup);
    ReadTo read = read_by(setup, run->read.len - settings->files.len);
    run->before = fingerprint_take(&run->read, settings->output, &read);
    if (run->before.broken.len) return tell_broken(run->before.broken);
    if (run->before.files != read.len) return tell_change();
    run->manifest = (PartManifest){.origin = origin_of(setup, &run->before),
                                   .first = settings->read.shard.index,
                                   .last = settings->read.shard.index,
                                   .content = str_from(run->before.content)};
    *path = part_records_path(setup->arena, run->folder, &run->manifest);
    *done = part_is_done(setup->arena, run->folder, &run->manifest);
    if (!*done) run->sum = part_sum_begin();
    if (*done && !settings->quiet) message_line("%.*s: done already", STR_ARG(*path));
    return EX_OK;
}

int part_run_check(const PartRun *run, const Setup *setup) {
    if (!run->folder.len) return EX_OK;
    Fingerprint after = fingerprint_take(&run->read, setup->settings->output, NULL);
    bool same = fingerprint_holds(&run->before, &after);
    Str broken = reader_broken(setup->reader);
    if (broken.len) return tell_broken(broken);
    vec_each(const InputFile, file, reader_files(setup->reader)) same &= !file->changed;
    return same ? EX_OK : tell_change();
}

static Str name_of(const PartRun *run, Str path) {
    vec_each(const Str, argument, &run->read)
        if (str_starts(path, *argument)) return fingerprint_name(*argument, path);
    return path;
}

// A doubt about a whole file would be told by every shard that has some of it.
static void keep_problems(PartRun *run, const Setup *setup) {
    run->manifest.problems = (Diags){.arena = setup->arena};
    vec_each(const Diag, diag, &setup->diags.items) {
        Diag kept = *diag;
        kept.place.path = name_of(run, diag->place.path);
        if (diag->level == DIAG_ERROR || (diag->level == DIAG_WARNING && diag->call.len))
            diag_copy(&run->manifest.problems, &kept);
    }
}

int part_run_close(PartRun *run, const Setup *setup, int *status) {
    if (!run->folder.len) return EX_OK;
    if (*status == EX_DATAERR) *status = EX_OK;
    part_sum_write(&run->sum, &run->manifest);
    run->manifest.calls = setup->calls;
    vec_each(const InputFile, file, reader_files(setup->reader))
        run->manifest.refused += file->refused;
    keep_problems(run, setup);
    int error = part_manifest_write(setup->arena, run->folder, &run->manifest);
    if (!error) return EX_OK;
    Str path = part_manifest_path(setup->arena, run->folder, &run->manifest);
    message_error("cannot write '%.*s': %s", STR_ARG(path), strerror(error));
    return exit_status_of(error);
}

void part_run_free(PartRun *run) { part_sum_free(&run->sum); }
