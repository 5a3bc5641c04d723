// callmark: look up the command, turn its answer into an exit status.
//
// A map of the source. Each folder includes only itself and those above it.
//
//   base    memory, text, files, threads, complaints with a place; JSON and CSV written
//   input   files, folders, archives, office packages and encodings: bytes to text
//   call    what a call is; its text folded for matching
//   redact  what is private in what was said, and masks for it
//   format  what every reader of a format is given, and gives: a CallTask
//   text    readers of CSV, plain text, subtitles and labelled turns
//   json    readers of JSON, one file for each vendor
//   read    which reader a file gets, who speaks, in which order calls come
//   match   patterns on text: atoms and a sieve first, PCRE2 for what is left
//   detect  kinds of detectors, one in each file
//   rubric  what a rubric is: detectors, principles, criteria, measures
//   load    YAML to a rubric
//   check   what is wrong with a rubric beyond its form; its examples
//   score   findings to marks, marks to scores; records; the workers
//   tally   many calls to agents and the team; detectors against labelled turns
//   store   the history of many runs, in a file of SQLite
//   review  the form that people fill in, and what they said
//   report  sheets of cells, workbooks, the files beside them
//   cli     one file for each command; options, messages, output
//
// image.c is a program of its own, which make runs: base/embedded.h.
//
// The way of one turn, from a row of calls.csv to a cell of an agent's workbook:
//
//   input/source.c         the file's bytes, unpacked and as UTF-8, in a window
//   text/csv.c, rows.c     cuts the window into rows, and rows of one id into a CallTask
//   score/run.c            hands tasks to the workers, takes results in input order
//   text/csv_call.c        (in a worker) the row becomes a Turn of a Call
//   read/roles.c           who speaks: agent, customer or system
//   detect/joined.c        what one side says in a row becomes one turn, and back
//   detect/detect.c        folds its text (call/fold.c), has it searched
//                          (match/matcher.c: Hits) and asks each detector: Findings
//   score/scoring.c        keeps the turn; mark.c makes a Mark of each criterion,
//                          with words as Quotes, add_up.c the scores: a Scorecard
//   score/redacted_card.c  masks what is private in it, where that is asked for
//   score/read_records.c   keeps a copy of the scorecard until the last call
//   tally/tally.c          adds the scorecards up for each agent
//   report/evidence_sheet.c (in a worker again) a cell with the quote
//   report/xlsx.c          the cell in a workbook, written beside its place
//   report/outputs.c       all files of the report put in their places together

#include "base/file.h"
#include "cli/about.h"
#include "cli/commands.h"
#include "cli/confine.h"
#include "cli/message.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

static const Command *const COMMANDS[] = {
    &COMMAND_REPORT, &COMMAND_SCORE,   &COMMAND_FIND,   &COMMAND_SHOW,  &COMMAND_CONVERT,
    &COMMAND_CHECK,  &COMMAND_MEASURE, &COMMAND_AGREE,  &COMMAND_LEARN, &COMMAND_DIFF,
    &COMMAND_SAMPLE, &COMMAND_REVIEW,  &COMMAND_FORGET, &COMMAND_LIST,
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

// What is written holds what people said. Who may read a file may look into its folder.
static void settle_mode(uint32_t mode) {
    mode_t hidden = ~mode & 0066;
    umask(hidden | (hidden & 0044) >> 2);
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
    settle_mode(settings.mode);
    confine(arena, command, &settings);
    return command->run(arena, &settings);
}

// Large chunks of memory come and go with each file. glibc would keep ever larger ones
// that were freed; so that memory does not grow with the input, they are given back. Of
// small ones some stay: a workbook's come again with the next.
static void settle_memory(void) {
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, 128 << 10);
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
#endif
}

// A file that is opened may not get the number of a stream that the caller closed, or
// messages would land in data. /dev/null stands in, opened so that its use is an error.
static void settle_streams(void) {
    static const int USELESS[] = {O_WRONLY, O_RDONLY, O_WRONLY};
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0) (void)open("/dev/null", USELESS[fd]);
}

// A dump of memory would hold what people said. At a limit of 1 the kernel neither writes
// one nor hands it to a program; 0 forbids only the file (core(5)).
static void settle_core(void) {
    const struct rlimit tiny = {.rlim_cur = 1, .rlim_max = 1};
    (void)setrlimit(RLIMIT_CORE, &tiny);
}

// With less, a recursion over a rubric or a transcript could end in a signal.
static bool has_stack(void) {
    enum { LEAST_KB = 120 };
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= LEAST_KB << 10)
        return true;
    message_error("out of memory: the stack must have %d KB (ulimit -s)", LEAST_KB);
    return false;
}

// Whether all of standard output could be written; false with errno.
static bool finish_stdout(void) {
    errno = EIO; // where an earlier write failed, nothing says why
    return fflush(stdout) == 0 && !ferror(stdout);
}

int main(int argc, char **argv) {
    settle_streams();
    if (!has_stack()) return EX_TEMPFAIL;
    settle_core();
    settle_memory();
    memory_begin();
    // A reader that has gone, and a limit of a file's size, are errors of the write, so
    // that files are cleaned up first.
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    Arena arena = {0};
    int status = run_command(&arena, argc, argv);
    arena_free(&arena);
    bool said = finish_stdout();
    return said || status != EX_OK ? status : exit_status_of(errno);
}
