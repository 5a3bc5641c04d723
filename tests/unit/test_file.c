#include "make_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sysexits.h>

static Str within(Folder *fixture, const char *name) {
    return path_join(&fixture->arena, str_from(fixture->path), str_from(name));
}

static bool exists(Folder *fixture, const char *name) {
    return access(str_z(&fixture->arena, within(fixture, name)), F_OK) == 0;
}

static const char *content(Folder *fixture, const char *name) {
    Str bytes;
    if (!file_read(&fixture->arena, within(fixture, name), &bytes)) return NULL;
    return str_z(&fixture->arena, bytes);
}

static void write_file(Folder *fixture, const char *name, const char *text) {
    OutFile out;
    assert_true(out_open(&out, &fixture->arena, within(fixture, name)));
    out_put(&out, str_from(text));
    assert_true(out_finish(&out) && out_commit(&out));
}

static void a_file_is_read_whole(void **state) {
    Folder *fixture = *state;
    Buf buf = {.arena = &fixture->arena};
    for (int i = 0; i < 100000; i++) buf_byte(&buf, (char)i);
    OutFile out;
    assert_true(out_open(&out, &fixture->arena, within(fixture, "x")));
    out_put(&out, buf_str(&buf));
    assert_true(out_finish(&out) && out_commit(&out));
    Str bytes;
    assert_true(file_read(&fixture->arena, within(fixture, "x"), &bytes));
    assert_true(str_eq(bytes, buf_str(&buf)));
}

static void an_empty_file_is_an_empty_text(void **state) {
    write_file(*state, "x", "");
    assert_string_equal(content(*state, "x"), "");
}

static void a_missing_file_is_told(void **state) {
    Folder *fixture = *state;
    assert_false(file_read(&fixture->arena, within(fixture, "x"), &(Str){0}));
    assert_int_equal(errno, ENOENT);
}

static void a_folder_is_no_file_to_read(void **state) {
    Folder *fixture = *state;
    assert_false(file_read(&fixture->arena, str_from(fixture->path), &(Str){0}));
    assert_int_equal(errno, EISDIR);
}

static void a_file_is_not_there_before_its_commit(void **state) {
    Folder *fixture = *state;
    OutFile out;
    assert_true(out_open(&out, &fixture->arena, within(fixture, "x")));
    out_put(&out, STR("text"));
    assert_true(out_finish(&out));
    assert_false(exists(fixture, "x"));
    assert_true(out_commit(&out));
    assert_string_equal(content(fixture, "x"), "text");
    assert_false(exists(fixture, ".x.part"));
}

static void the_old_file_stays_until_the_commit(void **state) {
    Folder *fixture = *state;
    write_file(fixture, "x", "old");
    OutFile out;
    assert_true(out_open(&out, &fixture->arena, within(fixture, "x")));
    out_put(&out, STR("new"));
    assert_true(out_finish(&out));
    assert_string_equal(content(fixture, "x"), "old");
    assert_true(out_commit(&out));
    assert_string_equal(content(fixture, "x"), "new");
}

static void an_abandoned_file_leaves_nothing_behind(void **state) {
    Folder *fixture = *state;
    OutFile out;
    assert_true(out_open(&out, &fixture->arena, within(fixture, "x")));
    out_put(&out, STR("text"));
    out_flush(&out);
    assert_true(exists(fixture, ".x.part"));
    out_abandon(&out);
    assert_false(exists(fixture, ".x.part"));
    assert_false(exists(fixture, "x"));
}

static void a_finished_file_can_still_be_abandoned(void **state) {
    Folder *fixture = *state;
    OutFile out;
    assert_true(out_open(&out, &fixture->arena, within(fixture, "x")));
    assert_true(out_finish(&out));
    out_abandon(&out);
    assert_false(exists(fixture, ".x.part"));
}

static void a_longer_leftover_of_an_earlier_run_does_not_show(void **state) {
    Folder *fixture = *state;
    write_file(fixture, ".x.part", "left over from an earlier run");
    write_file(fixture, "x", "new");
    assert_string_equal(content(fixture, "x"), "new");
}

static void much_is_written_in_blocks(void **state) {
    Folder *fixture = *state;
    OutFile out;
    assert_true(out_open(&out, &fixture->arena, within(fixture, "x")));
    for (int i = 0; i < 200000; i++) out_put(&out, STR("0123456789"));
    assert_in_range(out.buf.cap, 1, 1 << 20);
    assert_true(out_finish(&out) && out_commit(&out));
    const char *text = content(fixture, "x");
    for (size_t i = 0; i < 2000000; i++)
        if (text[i] != (char)('0' + i % 10)) fail_msg("byte %zu is wrong", i);
    assert_int_equal(text[2000000], '\0');
}

// Few and many, in a row and not.
static void what_is_lent_is_written_in_its_place(void **state) {
    enum { LENGTH = 26 * 8000, MANY = 26 * 3000 };
    Folder *fixture = *state;
    OutFile out;
    char *text = arena_alloc(&fixture->arena, LENGTH);
    for (size_t i = 0; i < LENGTH; i++) text[i] = (char)('a' + i % 26);
    assert_true(out_open(&out, &fixture->arena, within(fixture, "x")));
    out_put(&out, (Str){text, 26});
    for (size_t at = 26; at < MANY; at += 13) out_lend(&out, (Str){text + at, 13});
    out_settle(&out);
    memset(text, '?', MANY);
    out_lend(&out, (Str){text + MANY + 26, 26});
    out_lend(&out, (Str){text + MANY, 26});
    out_put(&out, (Str){text + MANY, LENGTH - MANY});
    assert_true(out_finish(&out) && out_commit(&out));
    const char *written = content(fixture, "x");
    assert_int_equal(strlen(written), LENGTH + 2 * 26);
    for (size_t i = 0; i < LENGTH + 2 * 26; i++)
        if (written[i] != (char)('a' + i % 26)) fail_msg("byte %zu is wrong", i);
}

static void a_missing_folder_is_told_at_the_opening(void **state) {
    Folder *fixture = *state;
    OutFile out;
    assert_false(out_open(&out, &fixture->arena, within(fixture, "missing/x")));
    assert_int_equal(out.error, ENOENT);
    out_abandon(&out);
}

// What is written goes to a device that is always full.
static bool open_on_full_disk(Folder *fixture, OutFile *out) {
    int full = open("/dev/full", O_WRONLY);
    if (full < 0) skip();
    bool opened = out_open(out, &fixture->arena, within(fixture, "x"));
    opened = opened && dup2(full, out->fd) == out->fd;
    close(full);
    return opened;
}

static void two_runs_write_one_file_and_each_whole(void **state) {
    Folder *fixture = *state;
    OutFile a, b;
    assert_true(out_open(&a, &fixture->arena, within(fixture, "x")));
    out_put(&a, STR("first"));
    assert_true(out_open(&b, &fixture->arena, within(fixture, "x")));
    out_put(&b, STR("second"));
    assert_true(exists(fixture, ".x.part") && exists(fixture, ".x.2.part"));
    assert_true(out_finish(&b) && out_commit(&b));
    assert_string_equal(content(fixture, "x"), "second");
    assert_true(out_finish(&a) && out_commit(&a));
    assert_string_equal(content(fixture, "x"), "first");
    assert_false(exists(fixture, ".x.part") || exists(fixture, ".x.2.part"));
}

// Opens and is struck, in a child.
static int killer_of(Folder *fixture, bool commit) {
    fflush(NULL);
    pid_t child = fork();
    if (!child) {
        OutFile out;
        alarm(20);
        bool opened = out_open(&out, &fixture->arena, within(fixture, "x"));
        if (opened && commit) commit = out_finish(&out) && out_commit(&out);
        if (opened) kill(getpid(), SIGTERM);
        if (opened && !commit) pause();
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void a_signal_removes_the_part_and_no_file(void **state) {
    assert_int_equal(killer_of(*state, false), SIGTERM);
    assert_false(exists(*state, ".x.part") || exists(*state, "x"));
    assert_int_equal(killer_of(*state, true), SIGTERM);
    assert_false(exists(*state, ".x.part"));
    assert_true(exists(*state, "x"));
}

static void a_link_in_the_place_of_the_part_is_not_followed(void **state) {
    Folder *fixture = *state;
    write_file(fixture, "victim", "precious");
    char *victim = str_z(&fixture->arena, within(fixture, "victim"));
    char *part = str_z(&fixture->arena, within(fixture, ".x.part"));
    assert_int_equal(symlink(victim, part), 0);
    write_file(fixture, "x", "new");
    assert_string_equal(content(fixture, "victim"), "precious");
    assert_string_equal(content(fixture, "x"), "new");
    assert_int_equal(symlink(victim, part), 0);
    assert_true(file_write(&fixture->arena, part, STR("new")));
    assert_string_equal(content(fixture, "victim"), "precious");
}

static void a_full_disk_is_told_at_the_end(void **state) {
    OutFile out;
    assert_true(open_on_full_disk(*state, &out));
    out_put(&out, STR("text"));
    assert_int_equal(out.error, 0);
    assert_false(out_finish(&out));
    assert_int_equal(out.error, ENOSPC);
    out_abandon(&out);
}

static void nothing_is_written_after_the_first_error(void **state) {
    OutFile out;
    assert_true(open_on_full_disk(*state, &out));
    for (int i = 0; i < 100000; i++) out_put(&out, STR("0123456789"));
    assert_int_equal(out.error, ENOSPC);
    assert_in_range(out.buf.cap, 1, 1 << 20);
    out_abandon(&out);
}

static void a_file_that_could_not_be_written_is_not_committed(void **state) {
    OutFile out;
    assert_true(open_on_full_disk(*state, &out));
    out_put(&out, STR("text"));
    assert_false(out_finish(&out));
    assert_false(out_commit(&out));
    assert_int_equal(out.error, ENOSPC);
    assert_false(exists(*state, "x"));
    out_abandon(&out);
}

static void a_folder_in_the_place_of_the_file_is_told(void **state) {
    Folder *fixture = *state;
    assert_true(folder_make(&fixture->arena, within(fixture, "x")));
    OutFile out;
    assert_true(out_open(&out, &fixture->arena, within(fixture, "x")));
    assert_true(out_finish(&out));
    assert_false(out_commit(&out));
    assert_int_equal(out.error, EISDIR);
    out_abandon(&out);
    assert_false(exists(fixture, ".x.part"));
}

static void the_part_stands_beside_its_file(void **state) {
    Folder *fixture = *state;
    Arena *arena = &fixture->arena;
    assert_string_equal(part_path(arena, STR("x.csv")), ".x.csv.part");
    assert_string_equal(part_path(arena, STR("a/b/x")), "a/b/.x.part");
    assert_string_equal(part_path(arena, STR("/x")), "/.x.part");
}

static void a_path_has_a_folder_and_a_base(void **state) {
    Folder *fixture = *state;
    static const char *const CASES[][3] = {
        {"a/b/c", "a/b", "c"}, {"a", ".", "a"},   {"/a", "/", "a"},
        {"/a/b", "/a", "b"},   {"a/", "a", ""},   {"", ".", ""},
        {"/", "/", ""},        {"./a", ".", "a"}, {"../a.b", "..", "a.b"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Str path = str_from(CASES[i][0]);
        assert_string_equal(str_z(&fixture->arena, path_folder(path)), CASES[i][1]);
        assert_string_equal(str_z(&fixture->arena, path_base(path)), CASES[i][2]);
    }
}

static void paths_are_joined_by_one_slash(void **state) {
    Folder *fixture = *state;
    Arena *arena = &fixture->arena;
    assert_string_equal(str_z(arena, path_join(arena, STR("a"), STR("b"))), "a/b");
    assert_string_equal(str_z(arena, path_join(arena, STR("a/"), STR("b"))), "a/b");
    assert_string_equal(str_z(arena, path_join(arena, STR("/"), STR("b"))), "/b");
    assert_string_equal(str_z(arena, path_join(arena, STR(""), STR("b"))), "b");
}

static void folders_are_made_with_those_above_them(void **state) {
    Folder *fixture = *state;
    assert_true(folder_make(&fixture->arena, within(fixture, "a/b//c/")));
    assert_true(exists(fixture, "a/b/c"));
    assert_true(folder_make(&fixture->arena, within(fixture, "a/b/c")));
    assert_true(folder_make(&fixture->arena, STR("/")));
}

static void a_file_where_a_folder_should_be_is_told(void **state) {
    Folder *fixture = *state;
    write_file(fixture, "x", "text");
    assert_false(folder_make(&fixture->arena, within(fixture, "x")));
    assert_int_equal(errno, ENOTDIR);
    assert_false(folder_make(&fixture->arena, within(fixture, "x/y")));
    assert_int_equal(errno, ENOTDIR);
    assert_false(folder_make(&fixture->arena, (Str){0}));
    assert_int_equal(errno, ENOENT);
}

static void files_and_folders_can_be_synced(void **state) {
    Folder *fixture = *state;
    write_file(fixture, "x", "text");
    assert_true(file_sync(fixture->path));
    assert_true(file_sync(str_z(&fixture->arena, within(fixture, "x"))));
    assert_false(file_sync(str_z(&fixture->arena, within(fixture, "missing"))));
    assert_int_equal(errno, ENOENT);
}

static void what_a_retry_can_cure_has_its_own_exit_status(void **state) {
    (void)state;
    assert_int_equal(exit_status_of(ENOSPC), EX_TEMPFAIL);
    assert_int_equal(exit_status_of(EDQUOT), EX_TEMPFAIL);
    assert_int_equal(exit_status_of(EMFILE), EX_TEMPFAIL);
    assert_int_equal(exit_status_of(ESTALE), EX_TEMPFAIL);
    assert_int_equal(exit_status_of(EIO), EX_IOERR);
    assert_int_equal(exit_status_of(EACCES), EX_CANTCREAT);
    assert_int_equal(exit_status_of(ENOENT), EX_CANTCREAT);
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_setup, folder_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_file_is_read_whole),
        IN_FOLDER(an_empty_file_is_an_empty_text),
        IN_FOLDER(a_missing_file_is_told),
        IN_FOLDER(a_folder_is_no_file_to_read),
        IN_FOLDER(a_file_is_not_there_before_its_commit),
        IN_FOLDER(the_old_file_stays_until_the_commit),
        IN_FOLDER(an_abandoned_file_leaves_nothing_behind),
        IN_FOLDER(a_finished_file_can_still_be_abandoned),
        IN_FOLDER(a_longer_leftover_of_an_earlier_run_does_not_show),
        IN_FOLDER(much_is_written_in_blocks),
        IN_FOLDER(what_is_lent_is_written_in_its_place),
        IN_FOLDER(a_missing_folder_is_told_at_the_opening),
        IN_FOLDER(two_runs_write_one_file_and_each_whole),
        IN_FOLDER(a_signal_removes_the_part_and_no_file),
        IN_FOLDER(a_link_in_the_place_of_the_part_is_not_followed),
        IN_FOLDER(a_full_disk_is_told_at_the_end),
        IN_FOLDER(nothing_is_written_after_the_first_error),
        IN_FOLDER(a_file_that_could_not_be_written_is_not_committed),
        IN_FOLDER(a_folder_in_the_place_of_the_file_is_told),
        IN_FOLDER(the_part_stands_beside_its_file),
        IN_FOLDER(a_path_has_a_folder_and_a_base),
        IN_FOLDER(paths_are_joined_by_one_slash),
        IN_FOLDER(folders_are_made_with_those_above_them),
        IN_FOLDER(a_file_where_a_folder_should_be_is_told),
        IN_FOLDER(files_and_folders_can_be_synced),
        cmocka_unit_test(what_a_retry_can_cure_has_its_own_exit_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
