// What people said of marks, and agreed on, into the store.
#include "base/file.h"
#include "cli/commands.h"
#include "cli/history.h"
#include "input/paths.h"
#include "review/read.h"

#include <sysexits.h>

// How often people say the same as the machine.
static void tell_agreement(const Reviews *reviews) {
    size_t judged = 0, shared = 0, disputed = 0;
    vec_each(const Review, review, reviews) {
        judged += review->verdict.len > 0;
        shared += review->verdict.len && str_eq(review->verdict, review->machine);
        disputed += str_eq(review->answer, STR("disputed"));
    }
    if (judged)
        message_line("%zu verdicts of people, %zu of them the machine's as well", judged,
                     shared);
    if (disputed) message_line("%zu disputed by the agent", disputed);
}

static void tell(const Setup *setup, const Reviewed *reviewed,
                 const ReviewedChanges *changes) {
    if (setup->settings->quiet) return;
    message_line("%.*s: %zu reviews, %lld of them new or changed; %zu agreements, %lld "
                 "of them new or changed",
                 STR_ARG(setup->store->path), reviewed->reviews.len,
                 (long long)changes->reviews, reviewed->goals.len,
                 (long long)changes->goals);
    tell_agreement(&reviewed->reviews);
}

// Of what lies in a folder: workbooks and tables, but not what Excel puts beside one that
// is open.
static bool is_form(Str path) {
    bool table = str_ends(path, STR(".xlsx")) || str_ends(path, STR(".csv"));
    return table && !str_starts(path_base(path), STR("~$"));
}

// Gives how many could be read.
static size_t read_files(Setup *setup, Str given, Reviewed *reviewed) {
    Arena *arena = setup->arena;
    Paths paths = {0};
    size_t read = 0;
    (void)paths_add(&paths, arena, given, (Str){0}, &setup->diags);
    vec_each(const Str, path, &paths)
        if (str_eq(*path, given) || is_form(*path))
            read += reviewed_read(arena, setup->store, *path, whole_path(arena, *path),
                                  reviewed, &setup->diags);
    return read;
}

// The exit status of reading all of them.
static int read_all(Setup *setup, Reviewed *reviewed) {
    size_t read = 0;
    vec_each(const Str, given, &setup->settings->files)
        read += read_files(setup, *given, reviewed);
    message_diags(&setup->diags, &setup->told);
    if (!read && !setup->diags.errors) message_error("no workbook or table to read");
    if (!read) return EX_NOINPUT;
    return setup->diags.errors ? EX_DATAERR : EX_OK;
}

static int review_all(Setup *setup) {
    Reviewed reviewed = {0};
    int status = read_all(setup, &reviewed);
    if (status == EX_NOINPUT) return status;
    ReviewedChanges changes = store_put_reviewed(setup->store, &reviewed);
    int stored = history_status(setup);
    if (stored != EX_OK) return stored;
    tell(setup, &reviewed, &changes);
    return status;
}

static int review_command(Arena *arena, const Settings *settings) {
    Setup setup = {.arena = arena, .settings = settings, .diags = {.arena = arena}};
    if (!settings->store.len) {
        message_error("no store to keep reviews in (give --store FILE)");
        return EX_USAGE;
    }
    setup.store = store_open(arena, settings->store, false, settings->lock_timeout);
    int status = history_status(&setup);
    if (status == EX_OK) status = review_all(&setup);
    store_close(setup.store);
    return status;
}

const Command COMMAND_REVIEW = {
    .name = "review",
    .arguments = "--store FILE REVIEWS...",
    .summary = "Reads people's verdicts and agreements back into a store.",
    .details =
        "REVIEWS are workbooks that 'report' made and people filled in, folders of them, "
        "or CSV. A verdict needs a reason; a row that lacks what it needs is refused, the "
        "others are taken. Read once more, a file changes nothing.",
    .options = OPTIONS_STORE | OPTIONS_SAID,
    .needs_files = true,
    .run = review_command,
};
