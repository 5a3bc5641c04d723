// Parts: their names, what is wrong with a set of them, and that any number of shards and
// any tree of merges give the same bytes.
#include "base/random.h"
#include "make_folder.h"
#include "score/part_merge.h"

// ---- Parts made

enum { CALLS = 40, TWICE_SAME = 33, TWICE_OTHER = 37 };

// Every fifth call has two agents; call 33 is call 3 again, and 37 has the id of 5.
static Str records_of(Arena *arena, unsigned call) {
    unsigned id = call == TWICE_SAME ? 3 : call == TWICE_OTHER ? 5 : call;
    Buf lines = {.arena = arena};
    if (call == 20) buf_text(&lines, "{\"record\":2,\"call\":null,\"error\":\"bad\"}\n");
    for (unsigned agent = 0; agent < (id % 5 ? 1 : 2); agent++)
        buf_format(&lines,
                   "{\"record\":2,\"call\":\"K\\\"%u\",\"agent\":\"a%u\",\"score\":%u}\n",
                   id, agent, call == TWICE_OTHER ? 99 : id);
    return buf_str(&lines);
}

static PartManifest manifest_of(uint32_t shard, uint32_t shards) {
    return (PartManifest){.origin = {.version = STR("1"),
                                     .engine = STR("PCRE2"),
                                     .rubric_hash = STR("0123"),
                                     .listing = STR("4567"),
                                     .shards = shards},
                          .first = shard,
                          .last = shard};
}

static void make_part(Folder *fixture, Str folder, PartManifest part, unsigned from,
                      unsigned to) {
    Buf lines = {.arena = &fixture->arena};
    for (; from < to; from++, part.calls++)
        buf_put(&lines, records_of(&fixture->arena, from));
    PartSum sum = part_sum_begin();
    part_sum_add(&sum, buf_str(&lines));
    part_sum_write(&sum, &part);
    part_sum_free(&sum);
    Str path = part_records_path(&fixture->arena, folder, &part);
    assert_true(
        file_write(&fixture->arena, str_z(&fixture->arena, path), buf_str(&lines)));
    assert_int_equal(part_manifest_write(&fixture->arena, folder, &part), 0);
}

static Str make_parts(Folder *fixture, uint32_t shards) {
    Str folder = folder_new(fixture);
    for (uint32_t i = 0; i < shards; i++)
        make_part(fixture, folder, manifest_of(i, shards), i * CALLS / shards,
                  (i + 1) * CALLS / shards);
    return folder;
}

// ---- Merged

static bool put(void *context, Str lines) {
    buf_put(context, lines);
    return true;
}

static Str merge(Folder *fixture, PartSet *set, PartManifest *manifest) {
    Buf out = {.arena = &fixture->arena};
    PartMerge merge = {.put = put, .context = &out};
    Str problem;
    Diags diags = {.arena = &fixture->arena};
    assert_true(part_set_check(&fixture->arena, set, (PartDemand){0}, &diags));
    parts_merge(&fixture->arena, set, &merge, &problem);
    assert_int_equal(problem.len, 0);
    *manifest = merge.manifest;
    return buf_str(&out);
}

static Str merge_folder(Folder *fixture, Str folder, PartManifest *manifest) {
    PartSet set = {0};
    assert_true(part_set_add(&fixture->arena, &set, folder));
    return merge(fixture, &set, manifest);
}

// Any number of shards gives the records of one run, without those that came twice.
static void test_shards(void **state) {
    Folder *fixture = *state;
    Buf one = {.arena = &fixture->arena};
    for (unsigned call = 0; call < CALLS; call++)
        if (call != TWICE_SAME && call != TWICE_OTHER)
            buf_put(&one, records_of(&fixture->arena, call));
    for (uint32_t shards = 1; shards <= 50; shards += 7) {
        PartManifest sum;
        Str merged = merge_folder(fixture, make_parts(fixture, shards), &sum);
        assert_true(str_eq(merged, buf_str(&one)));
        assert_int_equal(sum.calls, CALLS - 2);
        assert_int_equal(sum.refused, 1);
        assert_int_equal(sum.problems.errors, 1);
        assert_string_equal(
            str_z(&fixture->arena, sum.problems.items.items[0].text),
            "call 'K\\\"5' has been read already, and says something else");
    }
}

// Merges two neighbours into a part of a new folder, and gives its path.
static Str merge_two(Folder *fixture, Str a, Str b) {
    PartSet set = {0};
    PartManifest manifest;
    assert_true(part_set_add(&fixture->arena, &set, b)); // the order is theirs, not ours
    assert_true(part_set_add(&fixture->arena, &set, a));
    Str lines = merge(fixture, &set, &manifest), folder = folder_new(fixture);
    PartSum sum = part_sum_begin();
    part_sum_add(&sum, lines);
    part_sum_write(&sum, &manifest);
    part_sum_free(&sum);
    Str path = part_records_path(&fixture->arena, folder, &manifest);
    assert_true(file_write(&fixture->arena, str_z(&fixture->arena, path), lines));
    assert_int_equal(part_manifest_write(&fixture->arena, folder, &manifest), 0);
    return path;
}

static Str read_manifest(Folder *fixture, Str records) {
    Str text, stem = str_slice(records, 0, records.len - STR("ndjson").len);
    Str path = str_format(&fixture->arena, "%.*sjson", STR_ARG(stem));
    assert_true(file_read(&fixture->arena, path, &text));
    return text;
}

static void test_trees(void **state) {
    enum { SHARDS = 12, TREES = 30 };
    Folder *fixture = *state;
    PartManifest ignored;
    uint64_t random = RANDOM_SEED;
    Str folder = make_parts(fixture, SHARDS), told = {0};
    Str all = merge_folder(fixture, folder, &ignored);
    for (unsigned tree = 0; tree < TREES; tree++) {
        Str paths[SHARDS], bytes;
        for (uint32_t i = 0; i < SHARDS; i++) {
            PartManifest part = manifest_of(i, SHARDS);
            paths[i] = part_records_path(&fixture->arena, folder, &part);
        }
        for (size_t left = SHARDS; left > 1; left--) {
            size_t at = random_next(&random) % (left - 1);
            paths[at] = merge_two(fixture, paths[at], paths[at + 1]);
            memmove(&paths[at + 1], &paths[at + 2], (left - at - 2) * sizeof *paths);
        }
        assert_true(file_read(&fixture->arena, paths[0], &bytes));
        assert_true(str_eq(bytes, all));
        Str manifest = read_manifest(fixture, paths[0]);
        if (tree) assert_true(str_eq(manifest, told));
        told = manifest;
    }
}

// ---- Refused

static void harm(Folder *fixture, Str folder, const char *how) {
    PartManifest part = manifest_of(2, 3), other = manifest_of(2, 3);
    char *path =
        str_z(&fixture->arena, part_records_path(&fixture->arena, folder, &part));
    char *manifest =
        str_z(&fixture->arena, part_manifest_path(&fixture->arena, folder, &part));
    other.origin.rubric_hash = STR("89ab");
    if (strcmp(how, "nothing") == 0) return;
    if (strcmp(how, "both") == 0) unlink(path), unlink(manifest);
    if (strcmp(how, "records") == 0) unlink(path);
    if (strcmp(how, "manifest") == 0) unlink(manifest);
    if (strcmp(how, "short") == 0) assert_int_equal(truncate(path, 100), 0);
    if (strcmp(how, "bytes") == 0)
        file_write(&fixture->arena, path, str_format(&fixture->arena, "%9000d", 1));
    if (strcmp(how, "json") == 0) file_write(&fixture->arena, manifest, STR("{"));
    if (strcmp(how, "rubric") == 0) make_part(fixture, folder, other, 26, CALLS);
    if (strcmp(how, "range") == 0) {
        part.first = 1;
        make_part(fixture, folder, part, 13, CALLS);
    }
}

static const struct {
    const char *how, *text; // what is said of it, to begin with; NULL: nothing
    bool allowed;           // with --allow-missing
} HARMS[] = {
    {"nothing", NULL, true},
    {"both", "missing part", true},
    {"records", "missing part: only its manifest is there", true},
    {"manifest", "unfinished part: it has no manifest", true},
    {"short", "short part: it has fewer bytes than its manifest says", true},
    {"bytes", "damaged part: its bytes are not those of its manifest", true},
    {"json", "damaged part: its manifest cannot be understood", true},
    {"rubric", "part of another run: rubric '89ab', not '0123' as in part-00000-of-00003",
     false},
    {"range", "duplicate part: shard 1 is in '", false},
};

static void test_refused(void **state) {
    Folder *fixture = *state;
    for (size_t i = 0; i < sizeof HARMS / sizeof *HARMS; i++) {
        Str folder = make_parts(fixture, 3);
        harm(fixture, folder, HARMS[i].how);
        for (int allow = 0; allow < 2; allow++) {
            PartSet set = {0};
            Diags diags = {.arena = &fixture->arena};
            PartDemand demand = {.all = true, .allow_missing = allow};
            assert_true(part_set_add(&fixture->arena, &set, folder));
            bool good = part_set_check(&fixture->arena, &set, demand, &diags);
            assert_int_equal(good, !HARMS[i].text || (allow && HARMS[i].allowed));
            if (!HARMS[i].text) continue;
            assert_true(diags.items.len >= 1);
            assert_true(str_starts(diags.items.items[0].text, str_from(HARMS[i].text)));
            assert_int_equal(set.absent.len, allow && HARMS[i].allowed);
        }
    }
}

// ---- Names

static void test_names(void **state) {
    Folder *fixture = *state;
    static const char *const GOOD[] = {
        "part-00000-of-00001.json", "part-00003-of-00012.ndjson",
        "part-00003-00007-of-00012.ndjson", "part-123456-of-1234567.json"};
    static const char *const BAD[] = {"part-00003-of-00003.json",
                                      "part-3-of-12.json",
                                      "part-00003-of-00012.csv",
                                      ".part-00003-of-00012.json.part",
                                      "part-00003-of-00012.json.part",
                                      "part-00007-00003-of-00012.json",
                                      "part-00003-00003-of-00012.json",
                                      "part-of-00012.json",
                                      "part-",
                                      ""};
    PartManifest part;
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
        assert_true(part_name_parse(str_from(GOOD[i]), &part));
        assert_true(str_starts(str_from(GOOD[i]), part_name(&fixture->arena, &part)));
    }
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        assert_false(part_name_parse(str_from(BAD[i]), &part));
}

// A path that another host has elsewhere is named alike.
static void test_portable(void **state) {
    (void)state;
    Str name = fingerprint_name(STR("/mnt/a/calls"), STR("/mnt/a/calls/monday/1.txt"));
    assert_true(str_eq(name, STR("calls/monday/1.txt")));
    assert_true(
        str_eq(fingerprint_name(STR("/calls"), STR("/calls/1.txt")), STR("calls/1.txt")));
    assert_true(str_eq(fingerprint_name(STR("in"), STR("in/1.txt")), STR("in/1.txt")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_shards, folder_setup, folder_teardown),
        cmocka_unit_test_setup_teardown(test_trees, folder_setup, folder_teardown),
        cmocka_unit_test_setup_teardown(test_refused, folder_setup, folder_teardown),
        cmocka_unit_test_setup_teardown(test_names, folder_setup, folder_teardown),
        cmocka_unit_test(test_portable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
