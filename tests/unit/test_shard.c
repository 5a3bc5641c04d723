// Shards are a partition: every call is one shard's, and in the order of the shards they
// are the calls of one run.
#include "test_read.h"

enum { SHARDS_MOST = 17 };

static uint32_t next_random(uint32_t *seed) {
    return (*seed = *seed * 1664525U + 1013904223U) >> 16;
}

// ---- The function

// That shards one after the other leave no byte of a file out, and have none twice.
static void assert_partition(const uint64_t *sizes, size_t count, uint32_t shards) {
    uint64_t reached[8] = {0};
    size_t file = 0;
    for (uint32_t i = 0; i < shards; i++) {
        ByteRange own[8];
        shard_divide((Shard){i, shards}, sizes, count, own);
        for (size_t at = 0; at < count; at++) {
            if (!own[at].to) continue;
            assert_true(at >= file);
            assert_true(own[at].from < own[at].to);
            assert_int_equal(own[at].from, reached[at]);
            reached[at] = own[at].to;
            file = at;
        }
    }
    for (size_t at = 0; at < count; at++) assert_true(reached[at] == UINT64_MAX);
}

static void bytes_are_divided(void **state) {
    (void)state;
    uint32_t seed = 1;
    for (uint32_t shards = 1; shards <= SHARDS_MOST; shards++)
        for (size_t count = 0; count < 8; count++) {
            uint64_t sizes[8];
            for (size_t i = 0; i < count; i++) sizes[i] = next_random(&seed) % 20;
            assert_partition(sizes, count, shards);
        }
    assert_partition((uint64_t[]){0}, 1, SHARDS_MOST);
    assert_partition((uint64_t[]){UINT64_MAX >> 1, 1, 7}, 3, 21474);
}

static void shares_are_even(void **state) {
    (void)state;
    const uint64_t sizes[] = {99, 999};
    ByteRange own[2];
    shard_divide((Shard){0, 11}, sizes, 2, own);
    assert_true(own[0].to == UINT64_MAX);
    assert_int_equal(own[1].to, 0);
    shard_divide((Shard){1, 11}, sizes, 2, own);
    assert_int_equal(own[0].to, 0);
    assert_int_equal(own[1].from, 0);
    assert_int_equal(own[1].to, 100);
}

// ---- Calls

static void put_quoted_text(Buf *out, uint32_t *seed) {
    static const char *const PIECES[] = {"a",    ",",      "\n",           "\n\n",
                                         "\"\"", "\u00e9", "\nS-1,agent,", "; "};
    buf_byte(out, '"');
    for (uint32_t left = next_random(seed) % 6; left > 0; left--)
        buf_text(out, PIECES[next_random(seed) % 8]);
    buf_text(out, "x\"");
}

// Calls of one to four rows, some of which lack the id.
static Str random_table(Arena *arena, uint32_t *seed) {
    Buf out = {.arena = arena};
    buf_text(&out, "call_id,speaker,text\n");
    for (uint32_t call = 1; call <= 12; call++)
        for (uint32_t row = next_random(seed) % 4 + 1; row > 0; row--) {
            if (next_random(seed) % 8) buf_format(&out, "S-%u", call);
            buf_text(&out, next_random(seed) % 2 ? ",agent," : ",customer,");
            put_quoted_text(&out, seed);
            buf_text(&out, next_random(seed) % 9 ? "\n" : "\n\n");
        }
    return buf_str(&out);
}

// Conversations with an id and without; blank lines.
static Str random_lines(Arena *arena, uint32_t *seed) {
    Buf out = {.arena = arena};
    for (uint32_t i = 1; i <= 20; i++) {
        buf_byte(&out, '{');
        if (next_random(seed) % 2) buf_format(&out, "\"call\":\"L-%u\",", i);
        buf_text(&out, "\"turns\":[{\"role\":\"agent\",\"text\":\"");
        for (uint32_t words = next_random(seed) % 9; words > 0; words--)
            buf_text(&out, "word ");
        buf_text(&out, next_random(seed) % 5 ? "hello\"}]}\n" : "hello\"}]}\n\n");
    }
    return buf_str(&out);
}

static const char *read_shard(Reading *reading, const char *paths, Shard shard) {
    reading->calls.len = 0;
    reading->options.shard = shard;
    read_paths(reading, paths);
    return calls_text(reading);
}

// That the shards' calls one after the other, and what is said of them, are those of one
// run, for any number of shards.
static void assert_divided(Reading *reading, const char *paths) {
    Arena *arena = &reading->arena;
    reading->diags.items.len = 0;
    const char *calls = read_shard(reading, paths, (Shard){0});
    const char *complaints = complaints_text(reading);
    for (uint32_t count = 1; count <= SHARDS_MOST; count++) {
        Buf all = {.arena = arena};
        reading->diags.items.len = 0;
        for (uint32_t i = 0; i < count; i++)
            buf_text(&all, read_shard(reading, paths, (Shard){i, count}));
        assert_string_equal(str_z(arena, buf_str(&all)), calls);
        ASSERT_COMPLAINTS(reading, complaints);
    }
}

static void tables_are_divided(void **state) {
    Reading *reading = *state;
    uint32_t seed = 2;
    for (int i = 0; i < 10; i++) {
        write_bytes("a.csv", random_table(&reading->arena, &seed));
        assert_divided(reading, "a.csv");
    }
}

static void lines_of_json_are_divided(void **state) {
    Reading *reading = *state;
    uint32_t seed = 3;
    for (int i = 0; i < 10; i++) {
        write_bytes("a.ndjson", random_lines(&reading->arena, &seed));
        assert_divided(reading, "a.ndjson");
    }
}

static void folders_are_divided(void **state) {
    Reading *reading = *state;
    uint32_t seed = 4;
    assert_int_equal(mkdir("in", 0700), 0);
    write_text("in/0.txt", "Agent: hello\nCustomer: hi\n");
    write_bytes("in/a.csv", random_table(&reading->arena, &seed));
    write_text("in/b.json", "[{\"turns\":[{\"role\":\"agent\",\"text\":\"one\"}]},\n"
                            "{\"turns\":[{\"role\":\"agent\",\"text\":\"two\"}]}]\n");
    write_bytes("in/c.ndjson", random_lines(&reading->arena, &seed));
    write_text("in/empty.csv", "");
    write_text("in/prose.txt", "No transcript, but somebody's notes on one, and long.\n");
    write_text("in/z.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>Good morning\n");
    assert_divided(reading, "in");
}

// A table without a column for the call, and one that is read whole, is one shard's.
static void tables_may_be_whole(void **state) {
    Reading *reading = *state;
    uint32_t seed = 5;
    write_text("a.csv", "speaker,text\nagent,\"hello\nthere\"\ncustomer,hi\nagent,bye\n");
    assert_divided(reading, "a.csv");
    reading->options.unsorted = true;
    write_bytes("b.csv", random_table(&reading->arena, &seed));
    assert_divided(reading, "b.csv");
}

// Rows are cut as one run cuts them also where their quotes are wrong, and a row without
// an id before the first call costs that call.
static void broken_tables_are_divided(void **state) {
    Reading *reading = *state;
    write_text("a.csv", "call_id,speaker,text\n"
                        ",agent,nobody's row\n"
                        "B-1,agent,hello\n"
                        "B-2,agent,say \"hi\" to her\n"
                        "B-3,agent,\"opened\nand closed\"\n"
                        "B-4,agent,too,many\n"
                        "B-5,agent,\"never closed\n"
                        "B-6,agent,bye\n");
    assert_divided(reading, "a.csv");
}

// Parts of one conversation that stand in lines of their own are one call.
static void parts_stay_together(void **state) {
    Reading *reading = *state;
    Buf out = {.arena = &reading->arena};
    for (int i = 0; i < 9; i++)
        buf_format(&out,
                   "{\"conversationId\":\"G-%d\",\"communicationId\":\"m-%d\","
                   "\"transcripts\":[{\"phrases\":[{\"participantPurpose\":\"internal\","
                   "\"text\":\"part %d\",\"startTimeMs\":%d}]}]}\n",
                   i / 3, i, i, 1000 * i);
    write_bytes("a.ndjson", buf_str(&out));
    assert_divided(reading, "a.ndjson");
    read_shard(reading, "a.ndjson", (Shard){0});
    assert_int_equal(reading->calls.len, 3);
}

// ---- What a shard cannot know

static void split_calls_are_seen_within_a_shard(void **state) {
    Reading *reading = *state;
    write_text("a.csv", "call_id,speaker,text\nD-1,agent,one\nD-2,agent,two\n"
                        "D-1,agent,three\n");
    assert_string_equal(read_shard(reading, "a.csv", (Shard){0, 2}), "D-1: agent[one]\n");
    assert_string_equal(read_shard(reading, "a.csv", (Shard){1, 2}),
                        "D-2: agent[two]\nD-1: agent[three]\n");
    ASSERT_COMPLAINTS(reading, "");
}

static void pipes_are_not_divided(void **state) {
    Reading *reading = *state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    Str path = STR("pipe");
    reading->options.shard = (Shard){0, 2};
    Reader *reader =
        reader_open(&reading->arena, &reading->options, &path, 1, &reading->diags);
    assert_false(reader_ok(reader));
    ASSERT_COMPLAINTS(reading, "pipe: error: not a regular file, and cannot be divided "
                               "into shards\n");
    reader_close(reader);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_are_divided),
        cmocka_unit_test(shares_are_even),
        READING_TEST(tables_are_divided),
        READING_TEST(lines_of_json_are_divided),
        READING_TEST(folders_are_divided),
        READING_TEST(tables_may_be_whole),
        READING_TEST(broken_tables_are_divided),
        READING_TEST(parts_stay_together),
        READING_TEST(split_calls_are_seen_within_a_shard),
        READING_TEST(pipes_are_not_divided),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
