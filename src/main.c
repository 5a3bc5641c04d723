// callmark: look up the command, turn its answer into an exit status.

#include "cli/about.h"
#include "cli/commands.h"
#include "cli/message.h"

#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>

static const Command *const COMMANDS[] = {
    &COMMAND_REPORT, &COMMAND_SCORE,   &COMMAND_FIND, &COMMAND_SHOW, &COMMAND_CONVERT,
    &COMMAND_CHECK,  &COMMAND_MEASURE, &COMMAND_DIFF, &COMMAND_LIST,
};
enum { COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS };

static int help(void) {
    puts(
        "Usage: callmark COMMAND [OPTION...] FILE...\n\n"
        "Marks every customer-service call against a rubric, and shows the words behind\n"
        "every mark.\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        printf("  %-8s %s\n", COMMANDS[i]->name, COMMANDS[i]->summary);
    puts("\n'callmark COMMAND --help' tells its options; 'man callmark' tells the rest.");
    return EX_OK;
}

static int version(void) {
    Str text = about_version();
    printf("callmark %.*s\n", STR_ARG(text));
    return EX_OK;
}

static const Command *find_command(const char *word) {
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(word, COMMANDS[i]->name) == 0) return COMMANDS[i];
    return NULL;
}

static int complain(Arena *arena, const char *word) {
    Str names[COMMAND_COUNT];
    for (size_t i = 0; i < COMMAND_COUNT; i++) names[i] = str_from(COMMANDS[i]->name);
    Str hint = diag_hint(arena, str_from(word), names, COMMAND_COUNT);
    if (!hint.len) hint = STR("see 'callmark --help'");
    message_error("unknown command '%s' (%.*s)", word, STR_ARG(hint));
    return EX_USAGE;
}

static int run_command(Arena *arena, int argc, char **argv) {
    if (argc < 2) {
        message_error("no command given (see 'callmark --help')");
        return EX_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0) return help();
    if (strcmp(argv[1], "--version") == 0) return version();
    const Command *command = find_command(argv[1]);
    if (!command) return complain(arena, argv[1]);
    Settings settings;
    if (!options_parse(arena, command, argc - 1, argv + 1, &settings)) return EX_USAGE;
    return command->run(arena, &settings);
}

// Large chunks of memory come and go with each file. glibc would keep ever larger ones
// that were freed; so that memory does not grow with the input, they are given back.
static void settle_memory(void) {
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, 128 << 10);
#endif
}

int main(int argc, char **argv) {
    settle_memory();
    // A reader that has gone is an error of the write, so that files are cleaned up
    // first.
    signal(SIGPIPE, SIG_IGN);
    Arena arena = {0};
    int status = run_command(&arena, argc, argv);
    arena_free(&arena);
    bool said = fflush(stdout) == 0 && !ferror(stdout);
    return said || status != EX_OK ? status : EX_IOERR;
}
