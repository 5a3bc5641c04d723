// Verdicts of people on whole calls, beside the machine's.
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/setup.h"
#include "tally/agreement.h"
#include "tally/verdicts.h"

#include <stdlib.h>
#include <sysexits.h>

typedef struct {
    Setup setup;
    Judgements judgements;
    Map calls, readers;           // numbers, by id and by name
    Texts call_ids, reader_names; // by number
    bool *scored;                 // by call: it was among the inputs
    JudgedCase **cases;           // [criterion of the rubric][call]
    Verdict **verdicts;           // [criterion][call * readers + reader]
    uint32_t **turns;             // [criterion][call * readers + reader]
    Buf errors;                   // --errors
    uint32_t reader_count;        // 1 or more
    Output output;
} Agree;

// ---- What the people said

// The number of a name; a new one is added.
static uint32_t number_of(Arena *arena, Map *map, Str name, Texts *names) {
    uint32_t next = (uint32_t)names->len, number = map_add(arena, map, name, next);
    if (number == next) *vec_push(arena, names) = name;
    return number;
}

static uint32_t criterion_number(const Rubric *rubric, Str id) {
    for (uint32_t i = 0; i < rubric->criteria.len; i++)
        if (str_eq(rubric->criteria.items[i].id, id)) return i;
    return UINT32_MAX;
}

static void number_all(Agree *agree) {
    Arena *arena = agree->setup.arena;
    vec_each(const Judgement, judgement, &agree->judgements) {
        number_of(arena, &agree->calls, judgement->call, &agree->call_ids);
        number_of(arena, &agree->readers, judgement->reader, &agree->reader_names);
    }
    agree->reader_count = (uint32_t)agree->reader_names.len;
}

// A verdict for each reader and each call, of which none has been given yet.
static void make_cases(Agree *agree) {
    Arena *arena = agree->setup.arena;
    size_t calls = agree->call_ids.len, readers = agree->reader_count;
    size_t criteria = agree->setup.rubric.criteria.len;
    agree->scored = arena_array(arena, bool, calls);
    agree->cases = arena_array(arena, JudgedCase *, criteria);
    agree->turns = arena_array(arena, uint32_t *, criteria);
    agree->verdicts = arena_array(arena, Verdict *, criteria);
    for (size_t c = 0; c < criteria; c++) {
        Verdict *verdicts = arena_array(arena, Verdict, calls * readers);
        for (size_t i = 0; i < calls * readers; i++) verdicts[i] = VERDICT_COUNT;
        agree->verdicts[c] = verdicts;
        agree->cases[c] = arena_array(arena, JudgedCase, calls);
        agree->turns[c] = arena_array(arena, uint32_t, calls * readers);
        for (size_t i = 0; i < calls; i++)
            agree->cases[c][i] = (JudgedCase){.readers = verdicts + i * readers,
                                              .machine = VERDICT_NOT_ASSESSABLE};
    }
}

static void complain_unknown(Agree *agree, const Judgement *judgement) {
    const Rubric *rubric = &agree->setup.rubric;
    Diags *diags = &agree->setup.diags;
    Str *ids = arena_array(diags->arena, Str, rubric->criteria.len);
    for (size_t i = 0; i < rubric->criteria.len; i++)
        ids[i] = rubric->criteria.items[i].id;
    Diag *diag =
        diag_add(diags, DIAG_WARNING, judgement->place,
                 "the rubric has no criterion '%.*s'", STR_ARG(judgement->criterion));
    diag->hint = diag_hint(diags->arena, judgement->criterion, ids, rubric->criteria.len);
}

// Once for each criterion that the rubric lacks.
static void enter(Agree *agree, const Judgement *judgement, Map *numbers,
                  Texts *unknown) {
    Arena *arena = agree->setup.arena;
    uint32_t c = criterion_number(&agree->setup.rubric, judgement->criterion);
    if (c == UINT32_MAX) {
        size_t known = unknown->len;
        number_of(arena, numbers, judgement->criterion, unknown);
        if (unknown->len > known) complain_unknown(agree, judgement);
        return;
    }
    size_t at = map_get(&agree->calls, judgement->call) * (size_t)agree->reader_count +
                map_get(&agree->readers, judgement->reader);
    agree->verdicts[c][at] = judgement->verdict;
    agree->turns[c][at] = judgement->turn;
}

static int read_verdicts(Agree *agree, Str path) {
    Setup *setup = &agree->setup;
    if (!verdicts_read(setup->arena, path, &agree->judgements, &setup->diags)) {
        message_diags(&setup->diags, &setup->shown);
        return EX_NOINPUT;
    }
    number_all(agree);
    make_cases(agree);
    Map numbers = {0};
    Texts unknown = {0};
    vec_each(const Judgement, judgement, &agree->judgements)
        enter(agree, judgement, &numbers, &unknown);
    message_diags(&setup->diags, &setup->shown);
    return EX_OK;
}

// ---- What the machine says

static bool is_shared(const JudgedCase *judged, uint32_t readers) {
    bool silent = judged->machine == VERDICT_NOT_ASSESSABLE;
    for (uint32_t r = 0; r < readers; r++) {
        Verdict verdict = judged->readers[r];
        if (verdict == judged->machine || verdict == VERDICT_COUNT) return true;
        if (silent && verdict == VERDICT_NOT_APPLICABLE) return true;
    }
    return false;
}

static void put_turn(Buf *out, const Call *call, uint32_t turn) {
    enum { TEXT_MAX = 160 };
    if (!turn || turn > call->turns.len) return;
    const Turn *said = &call->turns.items[turn - 1];
    buf_format(out, "    turn %u, %.*s: %.*s\n", turn, STR_ARG(role_name(said->role)),
               STR_ARG(str_slice(said->text, 0, TEXT_MAX)));
}

// A disagreement: who said what, the turns the readers point at, the machine's evidence.
static void put_error(Agree *agree, const Call *call, const Mark *mark, uint32_t c,
                      uint32_t number) {
    Buf *out = &agree->errors;
    const JudgedCase *judged = &agree->cases[c][number];
    buf_format(out, "%.*s, %.*s: %.*s", STR_ARG(call->id), STR_ARG(mark->criterion),
               STR_ARG(verdict_words(mark->verdict)));
    if (mark->why.len) buf_format(out, " (%.*s)", STR_ARG(mark->why));
    buf_text(out, "; the readers:");
    for (uint32_t r = 0; r < agree->reader_count; r++)
        if (judged->readers[r] < VERDICT_COUNT)
            buf_format(out, "%s %.*s", r ? "," : "",
                       STR_ARG(verdict_words(judged->readers[r])));
    buf_byte(out, '\n');
    for (uint32_t r = 0; r < agree->reader_count; r++)
        put_turn(out, call, agree->turns[c][number * agree->reader_count + r]);
    vec_each(const Quote, quote, &mark->quotes)
        buf_format(out, "    turn %u, %.*s: %.*s\n", quote->turn,
                   STR_ARG(quote->detector), STR_ARG(quote->quote));
}

static bool agree_consume(void *context, const Call *call, const void *result) {
    Agree *agree = context;
    const Scorecard *card = result;
    uint32_t number = map_get(&agree->calls, call->id);
    setup_note(&agree->setup, card);
    if (number == MAP_NONE) return true;
    agree->scored[number] = true;
    vec_each(const Mark, mark, &card->marks) {
        uint32_t c = criterion_number(&agree->setup.rubric, mark->criterion);
        if (c == UINT32_MAX) continue;
        agree->cases[c][number].machine = mark->verdict;
        if (agree->setup.settings->errors &&
            !is_shared(&agree->cases[c][number], agree->reader_count))
            put_error(agree, call, mark, c, number);
    }
    return true;
}

// ---- The table

typedef struct {
    uint32_t criteria, occasions, seen, decided, shared, accusations, false_accusations;
    double kappas;
} Total;

static void put_kappa(Buf *out, Kappa kappa, bool bounds) {
    if (!kappa.known)
        buf_format(out, " %*s", bounds ? 17 : 6, "-");
    else if (bounds)
        buf_format(out, " %5.2f (%.2f-%.2f)", kappa.value, kappa.low, kappa.high);
    else
        buf_format(out, " %6.2f", kappa.value);
}

static void put_percent(Buf *out, Proportion share, bool bounds) {
    if (!share.known)
        buf_format(out, " %6s", "-");
    else if (bounds)
        buf_format(out, " %6.1f (%.1f-%.1f)", share.value * 100, share.low * 100,
                   share.high * 100);
    else
        buf_format(out, " %6.1f", share.value * 100);
}

static void put_criterion(Buf *out, Str id, const Agreement *agreement, int width) {
    buf_format(out, "%-*.*s %6u", width, STR_ARG(id), agreement->occasions);
    put_percent(out, proportion_of(agreement->seen, agreement->occasions), false);
    put_percent(out, proportion_of(agreement->real, agreement->decided), false);
    put_kappa(out, agreement->machine, true);
    put_kappa(out, agreement->readers, false);
    buf_format(out, " %8u %6u", agreement->accusations, agreement->false_accusations);
    put_percent(out, proportion_of(agreement->false_accusations, agreement->accusations),
                true);
    if (agreement->alpha.known) buf_format(out, "  alpha %.2f", agreement->alpha.value);
    buf_byte(out, '\n');
}

// Criteria with fewer occasions are shown, and say too little for the mean.
enum { OCCASIONS_LEAST = 5 };

static void add_total(Total *total, const Agreement *agreement) {
    total->occasions += agreement->occasions;
    total->seen += agreement->seen;
    total->decided += agreement->decided;
    total->shared += agreement->shared;
    total->accusations += agreement->accusations;
    total->false_accusations += agreement->false_accusations;
    if (agreement->occasions < OCCASIONS_LEAST || !agreement->machine.known) return;
    total->criteria++;
    total->kappas += agreement->machine.value;
}

static void put_total(Buf *out, const Total *total) {
    buf_byte(out, '\n');
    if (total->criteria)
        buf_format(out, "mean kappa %.2f, over %u criteria with %d occasions or more\n",
                   total->kappas / total->criteria, total->criteria, OCCASIONS_LEAST);
    buf_text(out, "% of occasions decided:");
    put_percent(out, proportion_of(total->seen, total->occasions), true);
    buf_text(out, "\n% of decided verdicts that some reader shares:");
    put_percent(out, proportion_of(total->shared, total->decided), true);
    buf_text(out, "\n% of 'not met' that no reader shares:");
    put_percent(out, proportion_of(total->false_accusations, total->accusations), true);
    buf_byte(out, '\n');
}

// Only calls that were judged and are among the inputs.
static size_t keep_scored(const Agree *agree, uint32_t c, JudgedCase *kept) {
    size_t count = 0;
    for (size_t i = 0; i < agree->call_ids.len; i++)
        if (agree->scored[i]) kept[count++] = agree->cases[c][i];
    return count;
}

static int name_width(const Rubric *rubric) {
    size_t width = sizeof "criterion" - 1;
    vec_each(const Criterion, criterion, &rubric->criteria)
        if (criterion->id.len > width) width = criterion->id.len;
    return (int)width;
}

static void put_table(Agree *agree, Buf *out) {
    Arena *arena = agree->setup.arena;
    const Rubric *rubric = &agree->setup.rubric;
    int width = name_width(rubric);
    JudgedCase *kept = arena_array(arena, JudgedCase, agree->call_ids.len);
    Total total = {0};
    size_t calls = keep_scored(agree, 0, kept);
    buf_format(out, "%zu call%s, %u reader%s\n\n", calls, calls == 1 ? "" : "s",
               agree->reader_count, agree->reader_count == 1 ? "" : "s");
    buf_format(out, "%-*s %6s %6s %6s %17s %6s %8s %6s %6s\n", width, "criterion",
               "occas.", "seen%", "right%", "kappa", "people", "not met", "false",
               "false%");
    for (uint32_t c = 0; c < rubric->criteria.len; c++) {
        size_t count = keep_scored(agree, c, kept);
        Agreement agreement = agreement_of(arena, kept, count, agree->reader_count);
        if (!agreement.cases) continue;
        put_criterion(out, rubric->criteria.items[c].id, &agreement, width);
        add_total(&total, &agreement);
    }
    put_total(out, &total);
}

// ---- The command

static int agree_all(Agree *agree) {
    Setup *setup = &agree->setup;
    setup_run(
        setup,
        (RunPlan){.work = run_scorecard, .consume = agree_consume, .context = agree});
    Buf text = {.arena = setup->arena};
    bool any = false;
    for (size_t i = 0; i < agree->call_ids.len; i++) any |= agree->scored[i];
    if (any) put_table(agree, &text);
    if (any && agree->errors.len)
        buf_format(&text, "\n%.*s", STR_ARG(buf_str(&agree->errors)));
    output_put(&agree->output, buf_str(&text));
    int status = setup_status(setup), written = output_close(&agree->output, any);
    if (written != EX_OK || any) return written != EX_OK ? written : status;
    if (status == EX_NOINPUT) return status;
    message_error("none of these calls has been judged");
    return 1;
}

static int agree_command(Arena *arena, const Settings *settings) {
    const Texts *files = &settings->files;
    if (files->len < 2) {
        message_error("expected verdicts and the calls they are on "
                      "(see 'callmark agree --help')");
        return EX_USAGE;
    }
    Agree agree = {.errors = {.arena = arena}};
    int status = setup_rubric(&agree.setup, arena, settings);
    if (status != EX_OK) return status;
    status = setup_inputs(&agree.setup, files->items + 1, files->len - 1);
    if (status == EX_OK) status = read_verdicts(&agree, files->items[0]);
    if (status == EX_OK && !output_open(&agree.output, arena, settings->output, true))
        status = exit_status_of(agree.output.file.error);
    else if (status == EX_OK)
        status = agree_all(&agree);
    setup_close(&agree.setup);
    return status;
}

const Command COMMAND_AGREE = {
    .name = "agree",
    .arguments = "VERDICTS FILE...",
    .summary = "Says how far the machine agrees with people who judged the same calls.",
    .details =
        "VERDICTS is a CSV file with the columns call, criterion, reader, verdict and "
        "turn; a verdict is met, partly, not_met, not_applicable or unsure. For each "
        "criterion: occasions that all readers saw, how many of them the machine sees "
        "(seen%), how many of its verdicts are on occasions that some reader saw (right%), "
        "Cohen's kappa with its 95 % interval, that of the readers with each other, and "
        "the 'not met' that no reader shares.",
    .options = OPTIONS_MARK | OPTIONS_RUN | OPTIONS_OUTPUT | OPTIONS_ERRORS,
    .needs_files = true,
    .run = agree_command,
};
