#include "cli/part_inputs.h"

#include <errno.h>
#include <string.h>
#include <sysexits.h>

bool part_inputs_add(Arena *arena, PartInputs *inputs, Str path) {
    PartSet set = {0};
    bool found = parts_are_in(path) && part_set_add(arena, &set, path);
    if (!found && !errno) return false;
    if (!found) message_error("cannot read '%.*s': %s", STR_ARG(path), strerror(errno));
    inputs->failed |= !found;
    *vec_push(arena, &inputs->sets) = set;
    return true;
}

static bool check_rubric(const Setup *setup, const PartSet *set, Diags *diags) {
    const Rubric *rubric = &setup->rubric;
    if (!set->parts.len) return false;
    const Part *part = &set->parts.items[0];
    const PartOrigin *origin = &part->manifest.origin;
    if (str_eq(origin->rubric_hash, str_from(rubric->hash))) return true;
    diag_add(diags, DIAG_ERROR, (Place){.path = part->folder},
             "parts were marked by another rubric: '%.*s' %.*s, not '%.*s' %s",
             STR_ARG(origin->rubric), STR_ARG(origin->rubric_hash), STR_ARG(rubric->id),
             rubric->hash);
    return false;
}

static bool open_set(Setup *setup, PartSet *set) {
    Diags diags = {.arena = setup->arena};
    Told told = {0};
    PartDemand demand = {.all = true, .allow_missing = setup->settings->allow_missing};
    bool good = part_set_check(setup->arena, set, demand, &diags) &&
                check_rubric(setup, set, &diags);
    // What is done without is told in the report, with all other problems.
    vec_each(const Diag, diag, &diags.items)
        if (good) diag_copy(&setup->diags, diag);
    if (!good) message_last_diags(&diags, &told);
    return good;
}

// "2 of 12 parts are missing: shards 3, 7".
static Str missing_words(Arena *arena, const PartSet *set) {
    enum { NAMED_MOST = 10 };
    Buf words = {.arena = arena};
    size_t count = set->absent.len;
    if (!count) return (Str){0};
    buf_format(&words, "Not all calls are here: %zu of %u parts %s missing (%s", count,
               set->parts.items[0].manifest.origin.shards, count == 1 ? "is" : "are",
               count == 1 ? "shard" : "shards");
    for (size_t i = 0; i < count && i < NAMED_MOST; i++) {
        const PartManifest *part = &set->absent.items[i];
        buf_format(&words, "%s %u", i ? "," : "", part->first);
        if (part->last > part->first) buf_format(&words, " to %u", part->last);
    }
    buf_text(&words, count > NAMED_MOST ? " and others)." : ").");
    return buf_str(&words);
}

int part_inputs_open(Setup *setup, PartInputs *inputs, Texts *records) {
    bool good = true;
    if (inputs->failed) return EX_NOINPUT;
    vec_each(PartSet, set, &inputs->sets) {
        good &= open_set(setup, set);
        if (!good) continue;
        vec_each(const Part, part, &set->parts)
            *vec_push(setup->arena, records) =
                part_records_path(setup->arena, part->folder, &part->manifest);
        part_set_problems(set, &setup->diags);
        if (set->absent.len) inputs->incomplete = missing_words(setup->arena, set);
    }
    if (!good) message_error("nothing written: parts were refused");
    return good ? EX_OK : EX_DATAERR;
}

void part_inputs_count(const PartInputs *inputs, InputFiles *files) {
    size_t count = 0;
    vec_each(const PartSet, set, &inputs->sets) count += set->parts.len;
    InputFile *file = files->items + (files->len - count);
    vec_each(const PartSet, set, &inputs->sets)
        vec_each(const Part, part, &set->parts)
            (file++)->refused += (uint32_t)part->manifest.refused;
}
