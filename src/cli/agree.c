// Verdicts of people on whole calls, beside the machine's.
#include "cli/agreement_view.h"
#include "cli/commands.h"
#include "cli/history.h"
#include "cli/output.h"
#include "cli/sample_key.h"
#include "cli/setup.h"
#include "tally/lowest.h"
#include "tally/tally.h"
#include "tally/verdicts.h"

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
    VEC(ScoredTwice) scores;      // of calls that have both
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
    uint32_t c = criterion_index(&agree->setup.rubric, judgement->criterion);
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

static bool is_stored(const Settings *settings) { return settings->store.len > 0; }

// Of the store, or else of the first file.
static int read_judgements(Agree *agree) {
    Setup *setup = &agree->setup;
    const Settings *settings = setup->settings;
    if (is_stored(settings)) return history_judgements(setup, &agree->judgements);
    bool good = verdicts_read(setup->arena, settings->files.items[0], &agree->judgements,
                              &setup->diags);
    if (!good) message_diags(&setup->diags, &setup->told);
    return good ? EX_OK : EX_NOINPUT;
}

static int read_verdicts(Agree *agree) {
    Setup *setup = &agree->setup;
    int status = read_judgements(agree);
    if (status != EX_OK) return status;
    number_all(agree);
    make_cases(agree);
    Map numbers = {0};
    Texts unknown = {0};
    vec_each(const Judgement, judgement, &agree->judgements)
        enter(agree, judgement, &numbers, &unknown);
    message_diags(&setup->diags, &setup->told);
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

static void put_turn(Buf *out, const Scorecard *card, uint32_t turn) {
    enum { TEXT_MAX = 160 };
    const Said *said = quote_turn(card, &(Quote){.turn = turn});
    if (!said) return;
    buf_format(out, "    turn %u, %.*s: %.*s\n", turn, STR_ARG(role_name(said->role)),
               STR_ARG(str_slice(said->text, 0, TEXT_MAX)));
}

// A disagreement: who said what, the turns the readers point at, the machine's evidence.
static void put_error(Agree *agree, const Scorecard *card, const Mark *mark, uint32_t c,
                      uint32_t number) {
    Buf *out = &agree->errors;
    const JudgedCase *judged = &agree->cases[c][number];
    buf_format(out, "%.*s, %.*s: %.*s", STR_ARG(card->call), STR_ARG(mark->criterion),
               STR_ARG(verdict_words(mark->verdict)));
    if (mark->why.len) buf_format(out, " (%.*s)", STR_ARG(mark->why));
    buf_text(out, "; the readers:");
    for (uint32_t r = 0; r < agree->reader_count; r++)
        if (judged->readers[r] < VERDICT_COUNT)
            buf_format(out, "%s %.*s", r ? "," : "",
                       STR_ARG(verdict_words(judged->readers[r])));
    buf_byte(out, '\n');
    for (uint32_t r = 0; r < agree->reader_count; r++)
        put_turn(out, card, agree->turns[c][number * agree->reader_count + r]);
    vec_each(const Quote, quote, &mark->quotes)
        buf_format(out, "    turn %u, %.*s: %.*s\n", quote->turn,
                   STR_ARG(quote->origin->detector), STR_ARG(quote->quote));
}

static int32_t score_of_reader(Agree *agree, const Scorecard *card, size_t at) {
    Arena scratch = {0};
    const Rubric *rubric = &agree->setup.rubric;
    Verdict *verdicts = arena_array(&scratch, Verdict, card->marks.len);
    for (size_t i = 0; i < card->marks.len; i++) {
        uint32_t c = criterion_index(rubric, card->marks.items[i].criterion);
        verdicts[i] = agree->verdicts[c][at];
    }
    int32_t score = reader_score(&scratch, rubric, card, verdicts);
    arena_free(&scratch);
    return score;
}

static void note_scores(Agree *agree, const Scorecard *card, uint32_t number) {
    int64_t sum = 0, count = 0;
    for (uint32_t r = 0; r < agree->reader_count; r++) {
        int32_t score =
            score_of_reader(agree, card, number * (size_t)agree->reader_count + r);
        if (score != NO_SCORE) sum += score, count++;
    }
    if (count && card->score != NO_SCORE)
        *vec_push(agree->setup.arena, &agree->scores) =
            (ScoredTwice){card->score, sum / count};
}

static bool is_judged(const Agree *agree, const Call *call) {
    return map_get(&agree->calls, call->id) != MAP_NONE &&
           part_has(agree->setup.settings->part, call->id);
}

// NULL for a call that nobody judged.
static void *agree_work(const void *shared, Scorer *scorer, const Call *call,
                        Arena *keep) {
    return is_judged(shared, call) ? run_scorecard(NULL, scorer, call, keep) : NULL;
}

static bool agree_consume(void *context, const Call *call, const void *result) {
    Agree *agree = context;
    const Scorecard *card = result;
    if (!card) return true;
    uint32_t number = map_get(&agree->calls, call->id);
    setup_note(&agree->setup, card);
    agree->scored[number] = true;
    note_scores(agree, card, number);
    vec_each(const Mark, mark, &card->marks) {
        uint32_t c = criterion_index(&agree->setup.rubric, mark->criterion);
        if (c == UINT32_MAX) continue;
        agree->cases[c][number].machine = mark->verdict;
        if (agree->setup.settings->errors &&
            !is_shared(&agree->cases[c][number], agree->reader_count))
            put_error(agree, card, mark, c, number);
    }
    return true;
}

// ---- What is said of it

// Only calls that were judged and are among the inputs.
static size_t keep_scored(const Agree *agree, uint32_t c, JudgedCase *kept) {
    size_t count = 0;
    for (size_t i = 0; i < agree->call_ids.len; i++)
        if (agree->scored[i]) kept[count++] = agree->cases[c][i];
    return count;
}

// What the figures come from.
static Texts names_of(Arena *arena, const Settings *settings) {
    Texts names = {0};
    if (is_stored(settings)) *vec_push(arena, &names) = settings->store;
    vec_each(const Str, file, &settings->files) *vec_push(arena, &names) = *file;
    return names;
}

static AgreementView make_view(Agree *agree) {
    Arena *arena = agree->setup.arena;
    const Settings *settings = agree->setup.settings;
    const Rubric *rubric = &agree->setup.rubric;
    JudgedCase *kept = arena_array(arena, JudgedCase, agree->call_ids.len);
    AgreementView view = {.rubric = rubric,
                          .criteria = arena_array(arena, Agreement, rubric->criteria.len),
                          .files = names_of(arena, settings),
                          .calls = keep_scored(agree, 0, kept),
                          .readers = agree->reader_count,
                          .part = settings->part,
                          .kind = is_stored(settings) ? STR("human") : settings->readers,
                          .unread = settings->unread,
                          .lowest =
                              lowest_fifth(arena, agree->scores.items, agree->scores.len),
                          .errors = buf_str(&agree->errors)};
    for (uint32_t c = 0; c < rubric->criteria.len; c++) {
        size_t count = keep_scored(agree, c, kept);
        view.criteria[c] = agreement_of(arena, kept, count, agree->reader_count);
    }
    return view;
}

// ---- The command

static bool is_quality(const Settings *settings) {
    return str_eq(settings->to, STR("yaml"));
}

// A quality file must say who the readers were: workbooks do.
static bool check_settings(const Settings *settings) {
    bool quality = is_quality(settings), given = settings->readers.len;
    bool known = str_eq(settings->readers, STR("human")) ||
                 str_eq(settings->readers, STR("automated"));
    if (settings->files.len + is_stored(settings) < 2)
        message_error("expected verdicts and the calls they are on "
                      "(see 'callmark agree --help')");
    else if (is_stored(settings) && str_eq(settings->readers, STR("automated")))
        message_error("the verdicts of a store are people's (leave out --readers)");
    else if (given ? !known : quality && !is_stored(settings))
        message_error("who gave the verdicts? (--readers human or --readers automated)");
    else if (quality && settings->errors)
        message_error("a quality file has no place for errors (leave out --errors)");
    else
        return true;
    return false;
}

static int agree_all(Agree *agree) {
    Setup *setup = &agree->setup;
    setup_run(setup, (RunPlan){.work = agree_work,
                               .shared = agree,
                               .consume = agree_consume,
                               .context = agree});
    Buf text = {.arena = setup->arena};
    AgreementView view = make_view(agree);
    bool any = view.calls > 0, file = is_quality(setup->settings);
    if (any) (file ? agreement_put_quality : agreement_put_text)(&text, &view);
    output_put(&agree->output, buf_str(&text));
    int status = setup_status(setup), written = output_close(&agree->output, any);
    if (written != EX_OK || any) return written != EX_OK ? written : status;
    if (status == EX_NOINPUT) return status;
    message_error("none of these calls has been judged");
    return 1;
}

static int agree_command(Arena *arena, const Settings *settings) {
    const Texts *files = &settings->files;
    if (!check_settings(settings)) return EX_USAGE;
    Agree agree = {.errors = {.arena = arena}};
    int status = setup_to_mark(&agree.setup, arena, settings);
    if (status != EX_OK) return status;
    size_t first = is_stored(settings) ? 0 : 1;
    status = setup_inputs(&agree.setup, files->items + first, files->len - first);
    if (status == EX_OK) status = read_verdicts(&agree);
    if (status == EX_OK)
        status = output_open(&agree.output, arena, settings->output, true);
    if (status == EX_OK) status = agree_all(&agree);
    setup_close(&agree.setup);
    return status;
}

static const char *const FORMATS[] = {"text", "yaml", NULL};

const Command COMMAND_AGREE = {
    .name = "agree",
    .arguments = "VERDICTS FILE...\n--store STORE FILE...",
    .summary = "Says how far the machine agrees with people who judged the same calls.",
    .details =
        "VERDICTS is a CSV file with the columns call, criterion, reader, verdict and "
        "turn; a verdict is met, partly, not_met, not_applicable or unsure. With --store the "
        "verdicts are those that 'review' read. For each "
        "criterion: occasions that all readers saw, how many of them the machine sees "
        "(seen%), how many of its verdicts are on occasions that some reader saw (right%), "
        "Cohen's kappa with its 95 % interval, that of the readers with each other, and "
        "the 'not met' that no reader shares. --to yaml writes a quality file, which must "
        "be told who the readers were.",
    .formats = FORMATS,
    .options = OPTIONS_MARK | OPTIONS_RUN | OPTIONS_FORMAT | OPTIONS_OUTPUT |
               OPTIONS_ERRORS | OPTIONS_PART | OPTIONS_AGREE | OPTIONS_STORE,
    .needs_files = true,
    .run = agree_command,
};
