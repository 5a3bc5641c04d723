#include "score/part_set.h"

#include "base/file.h"
#include "base/map.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

// ---- Found

// False at the end, with errno 0, or where the folder cannot be read on, with errno.
static bool next_name(DIR *stream, PartManifest *part) {
    for (struct dirent *entry; errno = 0, (entry = readdir(stream));)
        if (part_name_parse(str_from(entry->d_name), part)) return true;
    end_without_memory(errno);
    return false;
}

// NULL with errno, which is 0 where there is none.
static DIR *open_folder(Str folder) {
    Arena arena = {0};
    DIR *stream = opendir(str_z(&arena, folder));
    bool is_none = !stream && (errno == ENOENT || errno == ENOTDIR);
    int error = stream || is_none ? 0 : errno;
    end_without_memory(error);
    end_without_files(error);
    arena_free(&arena);
    errno = error;
    return stream;
}

bool parts_are_in(Str folder) {
    PartManifest part;
    DIR *stream = open_folder(folder);
    bool found = stream && next_name(stream, &part);
    int failed = errno;
    if (stream) closedir(stream);
    errno = failed;
    return found;
}

static int compare_parts(const void *a, const void *b) {
    const Part *x = a, *y = b;
    const uint32_t numbers[][2] = {
        {x->manifest.origin.shards, y->manifest.origin.shards},
        {x->manifest.first, y->manifest.first},
        {x->manifest.last, y->manifest.last},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (numbers[i][0] != numbers[i][1]) return numbers[i][0] < numbers[i][1] ? -1 : 1;
    return str_cmp(x->folder, y->folder);
}

// The records and the manifest of a part are one part.
static void sort_parts(PartSet *set) {
    size_t kept = 0;
    if (!set->parts.len) return;
    qsort(set->parts.items, set->parts.len, sizeof *set->parts.items, compare_parts);
    for (size_t i = 0; i < set->parts.len; i++)
        if (!i || compare_parts(&set->parts.items[kept - 1], &set->parts.items[i]) != 0)
            set->parts.items[kept++] = set->parts.items[i];
    set->parts.len = kept;
}

bool part_set_add(Arena *arena, PartSet *set, Str path) {
    size_t before = set->parts.len;
    PartManifest part;
    DIR *stream = open_folder(path);
    while (stream && next_name(stream, &part))
        *vec_push(arena, &set->parts) = (Part){.folder = path, .manifest = part};
    int failed = errno;
    if (stream) closedir(stream);
    if (!stream && file_is_regular(arena, path) &&
        part_name_parse(path_base(path), &part))
        *vec_push(arena, &set->parts) =
            (Part){.folder = path_folder(path), .manifest = part};
    errno = failed;
    return !failed && set->parts.len > before;
}

// ---- Whole

typedef struct {
    Arena *arena;
    PartSet *set;
    PartDemand demand;
    Diags *diags;
    const Part *first; // that others are held against
} Checking;

static Diag *complain(const Checking *in, DiagLevel level, const Part *part,
                      const char *text) {
    Place place = {.path = part_records_path(in->arena, part->folder, &part->manifest)};
    return diag_add(in->diags, level, place, "%s", text);
}

static void complain_of_loss(const Checking *in, const Part *part, const char *text) {
    bool allowed = in->demand.allow_missing;
    Diag *diag = complain(in, allowed ? DIAG_WARNING : DIAG_ERROR, part, text);
    diag->hint = allowed ? STR("its calls are in no figure")
                         : STR("make it again, or --allow-missing does without it");
    if (allowed) *vec_push(in->arena, &in->set->absent) = part->manifest;
}

static bool is_same_range(const PartManifest *a, const PartManifest *b) {
    return a->first == b->first && a->last == b->last &&
           a->origin.shards == b->origin.shards;
}

static const char *find_fault(const Checking *in, Part *part) {
    static const char *const FAULTS[] = {
        [PART_WHOLE] = NULL,
        [PART_ABSENT] = "missing part: only its manifest is there",
        [PART_SHORT] = "short part: it has fewer bytes than its manifest says",
        [PART_DAMAGED] = "damaged part: its bytes are not those of its manifest",
    };
    PartManifest named = part->manifest;
    Str path = part_manifest_path(in->arena, part->folder, &named);
    if (!file_is_regular(in->arena, path)) return "unfinished part: it has no manifest";
    if (!part_manifest_read(in->arena, path, &part->manifest) ||
        !is_same_range(&named, &part->manifest)) {
        part->manifest = named;
        return "damaged part: its manifest cannot be understood";
    }
    path = part_records_path(in->arena, part->folder, &named);
    return FAULTS[part_state(path, &part->manifest)];
}

static void check_bytes(const Checking *in) {
    vec_each(Part, part, &in->set->parts) {
        const char *fault = find_fault(in, part);
        part->whole = !fault;
        if (fault) complain_of_loss(in, part, fault);
    }
}

// ---- Of one run

static void check_origin(const Checking *in, const Part *part) {
    const PartOrigin *a = &in->first->manifest.origin, *b = &part->manifest.origin;
    const struct {
        const char *what;
        Str here, there;
    } traits[] = {
        {"version of callmark", b->version, a->version},
        {"engine", b->engine, a->engine},
        {"rubric", b->rubric_hash, a->rubric_hash},
        {"quality of criteria", b->quality_hash, a->quality_hash},
        {"options", b->options, a->options},
        {"inputs", b->listing, a->listing},
        {"number of shards", str_format(in->arena, "%u", b->shards),
         str_format(in->arena, "%u", a->shards)},
    };
    for (size_t i = 0; i < sizeof traits / sizeof *traits; i++) {
        if (str_eq(traits[i].here, traits[i].there)) continue;
        Str name = part_name(in->arena, &in->first->manifest);
        Str text =
            str_format(in->arena, "part of another run: %s '%.*s', not '%.*s' as in %.*s",
                       traits[i].what, STR_ARG(traits[i].here), STR_ARG(traits[i].there),
                       STR_ARG(name));
        complain(in, DIAG_ERROR, part, str_z(in->arena, text));
        return;
    }
}

static bool check_origins(Checking *in) {
    size_t errors = in->diags->errors;
    vec_each(Part, part, &in->set->parts) {
        if (!part->whole) continue;
        if (!in->first) in->first = part;
        check_origin(in, part);
    }
    return in->diags->errors == errors;
}

// ---- All of it

static void complain_of_gap(const Checking *in, uint32_t from, uint32_t to) {
    Part absent = {.folder = in->set->parts.items[0].folder};
    absent.manifest.origin.shards = in->set->parts.items[0].manifest.origin.shards;
    for (uint32_t shard = from; shard < to; shard++) {
        absent.manifest.first = absent.manifest.last = shard;
        complain_of_loss(in, &absent, "missing part");
    }
}

static void check_ranges(const Checking *in) {
    const Part *before = NULL;
    uint32_t shards = in->set->parts.items[0].manifest.origin.shards;
    uint32_t next = in->demand.all ? 0 : in->set->parts.items[0].manifest.first;
    vec_each(const Part, part, &in->set->parts) {
        const PartManifest *here = &part->manifest;
        complain_of_gap(in, next, here->first);
        if (before && here->first < next) {
            Str path = part_records_path(in->arena, before->folder, &before->manifest);
            Str text = str_format(in->arena, "duplicate part: shard %u is in '%.*s', too",
                                  here->first, STR_ARG(path));
            complain(in, DIAG_ERROR, part, str_z(in->arena, text));
        }
        if (here->last + 1 > next) {
            next = here->last + 1;
            before = part;
        }
    }
    if (in->demand.all) complain_of_gap(in, next, shards);
}

static void keep_whole(PartSet *set) {
    size_t kept = 0;
    vec_each(const Part, part, &set->parts)
        if (part->whole) set->parts.items[kept++] = *part;
    set->parts.len = kept;
}

bool part_set_check(Arena *arena, PartSet *set, PartDemand demand, Diags *diags) {
    Checking in = {.arena = arena, .set = set, .demand = demand, .diags = diags};
    size_t errors = diags->errors;
    sort_parts(set);
    check_bytes(&in);
    // What is of several runs has gaps and doubles that say nothing.
    if (check_origins(&in)) check_ranges(&in);
    keep_whole(set);
    return diags->errors == errors;
}

// ---- What they tell

void part_set_problems(const PartSet *set, Diags *diags) {
    Map told = {0};
    vec_each(const Part, part, &set->parts)
        vec_each(const Diag, diag, &part->manifest.problems.items) {
            Str place = place_words(diags->arena, diag->place);
            Str key = str_format(diags->arena, "%.*s %.*s", STR_ARG(place),
                                 STR_ARG(diag->text));
            uint32_t next = (uint32_t)diags->items.len;
            if (map_add(diags->arena, &told, key, next) == next) diag_copy(diags, diag);
        }
}
