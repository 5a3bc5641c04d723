#include "cli/merge.h"

#include "base/folder.h"
#include "cli/message.h"
#include "cli/part_run.h"
#include "score/part_merge.h"

#include <errno.h>
#include <string.h>
#include <sysexits.h>

static bool put_lines(void *context, Str lines) { return output_put(context, lines); }

static int open_parts(Arena *arena, const Settings *settings, PartSet *set) {
    vec_each(const Str, path, &settings->files) {
        if (part_set_add(arena, set, *path)) continue;
        if (errno)
            message_error("cannot read '%.*s': %s", STR_ARG(*path), strerror(errno));
        else
            message_error("'%.*s' is no part, and no folder of parts", STR_ARG(*path));
        return EX_NOINPUT;
    }
    PartDemand demand = {.all = !output_is_folder(arena, settings),
                         .allow_missing = settings->allow_missing};
    Diags diags = {.arena = arena};
    Told told = {0};
    bool good = part_set_check(arena, set, demand, &diags);
    message_last_diags(&diags, &told);
    if (!good || !set->parts.len) message_error("nothing written: parts were refused");
    return good && set->parts.len ? EX_OK : EX_DATAERR;
}

static void tell_copies(const PartMerge *merge) {
    if (merge->copies)
        message_line("%llu call%s been read already, the same",
                     (unsigned long long)merge->copies,
                     merge->copies == 1 ? " has" : "s have");
}

static int write_manifest(Arena *arena, Str folder, PartMerge *merge, PartSum *sum) {
    part_sum_write(sum, &merge->manifest);
    int error = folder.len ? part_manifest_write(arena, folder, &merge->manifest) : 0;
    if (error)
        message_error("cannot write the manifest in '%.*s': %s", STR_ARG(folder),
                      strerror(error));
    return error ? exit_status_of(error) : EX_OK;
}

// What was refused is told by the manifest of a part; else it is the caller's to know.
static int end_merge(Arena *arena, Str folder, PartMerge *merge, PartSum *sum) {
    Told told = {0};
    int status = write_manifest(arena, folder, merge, sum);
    message_last_diags(&merge->told, &told);
    tell_copies(merge);
    bool refused = !folder.len && merge->manifest.problems.errors;
    return status == EX_OK && refused ? EX_DATAERR : status;
}

// Where a part is to be made: its name tells of its shards.
static Str path_of(Arena *arena, const Settings *settings, Str folder,
                   const PartSet *set) {
    if (!folder.len) return settings->output;
    PartManifest range = set->parts.items[0].manifest;
    range.last = set->parts.items[set->parts.len - 1].manifest.last;
    return part_records_path(arena, folder, &range);
}

static int merge_to(Arena *arena, const PartSet *set, Str folder, Str path,
                    PartSum *sum) {
    Output output;
    Str problem;
    int status = output_open(&output, arena, path, false);
    if (status != EX_OK) return status;
    output.sum = sum;
    PartMerge merge = {.put = put_lines, .context = &output};
    parts_merge(arena, set, &merge, &problem);
    status = output_close(&output, !problem.len);
    if (problem.len) message_error("%.*s (try again)", STR_ARG(problem));
    if (problem.len) return EX_TEMPFAIL;
    return status == EX_OK ? end_merge(arena, folder, &merge, sum) : status;
}

int merge_command(Arena *arena, const Settings *settings) {
    PartSet set = {0};
    if (settings->store.len) {
        message_error("--merge feeds no store (callmark report DIR --store FILE does)");
        return EX_USAGE;
    }
    int status = open_parts(arena, settings, &set);
    if (status != EX_OK) return status;
    Str folder = output_is_folder(arena, settings) ? settings->output : (Str){0};
    if (folder.len && !folder_make(arena, folder)) {
        message_error("cannot write '%.*s': %s", STR_ARG(folder), strerror(errno));
        return exit_status_of(errno);
    }
    PartSum sum = part_sum_begin();
    Str path = path_of(arena, settings, folder, &set);
    status = merge_to(arena, &set, folder, path, &sum);
    part_sum_free(&sum);
    return status;
}
