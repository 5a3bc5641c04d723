#include "cli/commands.h"
#include "cli/message.h"
#include "store/store.h"

#include <sysexits.h>

static bool check(const Settings *settings) {
    int subjects = (settings->customer.len > 0) + (settings->person.len > 0) +
                   (settings->call.len > 0);
    if (!settings->store.len)
        message_error("no store to forget in (give --store FILE)");
    else if (subjects != 1)
        message_error("whom to forget is one of --customer, --agent and --call");
    else if (settings->files.len)
        message_error("'%.*s' is not looked at: calls are forgotten in a store alone",
                      STR_ARG(settings->files.items[0]));
    else
        return true;
    return false;
}

// Exit status 1, as where nothing was found.
static int tell(const StoreForgotten *forgotten) {
    message_line("forgotten: %lld calls, %lld scorecards, %lld reviews, %lld goals",
                 (long long)forgotten->calls, (long long)forgotten->cards,
                 (long long)forgotten->reviews, (long long)forgotten->goals);
    vec_each(const Str, file, &forgotten->files)
        message_line("%.*s may still tell of them", STR_ARG(*file));
    bool any =
        forgotten->calls || forgotten->cards || forgotten->reviews || forgotten->goals;
    return any ? EX_OK : 1;
}

static int forget_command(Arena *arena, const Settings *settings) {
    if (!check(settings)) return EX_USAGE;
    Store *store = store_open(arena, settings->store, false, settings->lock_timeout);
    const StoreSubject subject = {settings->call, settings->customer, settings->person};
    StoreForgotten forgotten = store_forget(store, arena, &subject);
    int status = store_status(store);
    if (status != EX_OK)
        message_error("store '%.*s' %.*s", STR_ARG(store->path),
                      STR_ARG(store_problem(store)));
    else
        status = tell(&forgotten);
    store_close(store);
    return status;
}

const Command COMMAND_FORGET = {
    .name = "forget",
    .arguments = "--store FILE",
    .summary = "Removes a customer, an agent or a call from a store.",
    .details =
        "What is forgotten is gone from the file's bytes too. Workbooks and reviews "
        "that may still tell of it are named.",
    .options = OPTIONS_STORE | OPTIONS_FORGET,
    .run = forget_command,
};
