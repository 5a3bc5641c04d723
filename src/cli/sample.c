// Calls for a person to listen to, as a table.
#include "base/listing.h"
#include "cli/commands.h"
#include "cli/gather.h"
#include "cli/output.h"
#include "tally/sampling.h"

#include <sysexits.h>

typedef struct {
    Str agent, agent_name, team, call, channel;
    int64_t started_at;
    Str reason;
    int64_t probability; // thousandths, or INT64_MIN
    int64_t of;          // calls that it was drawn from, or INT64_MIN
    Str criterion, ask;  // the one to judge; empty: all
} SampleRow;

#define AT(member) offsetof(SampleRow, member)
static const ListColumn COLUMNS[] = {
    {"agent", LIST_TEXT, AT(agent)},
    {"agent_name", LIST_TEXT, AT(agent_name)},
    {"team", LIST_TEXT, AT(team)},
    {"call", LIST_TEXT, AT(call)},
    {"channel", LIST_TEXT, AT(channel)},
    {"started_at", LIST_DATE, AT(started_at)},
    {"reason", LIST_TEXT, AT(reason)},
    {"probability", LIST_SHARE, AT(probability)},
    {"of", LIST_INT, AT(of)},
    {"criterion", LIST_TEXT, AT(criterion)},
    {"ask", LIST_TEXT, AT(ask)},
    {0},
};
#undef AT

static SampleRow row_of(const Rubric *rubric, const SampledCall *call) {
    const Scorecard *card = call->card;
    SampleRow row = {.agent = card->agent,
                     .agent_name = card->agent_name,
                     .team = card->team,
                     .call = card->call,
                     .channel = card->channel,
                     .started_at = card->started_at,
                     .reason = sample_reason_name(call->reason),
                     .probability = INT64_MIN,
                     .of = INT64_MIN};
    if (call->drawn) {
        row.probability = (1000 * (int64_t)call->drawn + call->of / 2) / call->of;
        row.of = call->of;
    }
    if (call->mark) {
        row.criterion = call->mark->criterion;
        row.ask = rubric->criteria.items[criterion_index(rubric, row.criterion)].ask;
    }
    return row;
}

static bool is_asked_for(const Settings *settings, const AgentTally *agent) {
    const Texts *people = &settings->people;
    return !people->len || str_is_in(agent->agent, people->items, people->len) ||
           str_is_in(agent->name, people->items, people->len);
}

static void put_sample(Buf *out, Arena *arena, Gathered *gathered) {
    const Settings *settings = gathered->setup.settings;
    const Rubric *rubric = &gathered->setup.rubric;
    bool csv = str_eq(settings->to, STR("csv"));
    Tally tally;
    tally_make(arena, rubric, &gathered->list.cards, &tally);
    if (csv) list_put_header(out, COLUMNS);
    vec_each(const AgentTally, agent, &tally.agents) {
        if (!is_asked_for(settings, agent)) continue;
        SampledCalls calls =
            sample_agent(arena, rubric, agent, settings->seed, settings->each);
        vec_each(const SampledCall, call, &calls) {
            SampleRow row = row_of(rubric, call);
            (csv ? list_put_csv : list_put_json)(out, COLUMNS, &row);
        }
    }
}

static int sample_command(Arena *arena, const Settings *settings) {
    Gathered gathered;
    Output output;
    int status;
    if (!gather(arena, settings, &gathered, &status)) return status;
    Buf table = {.arena = arena};
    put_sample(&table, arena, &gathered);
    int written = output_open(&output, arena, settings->output, false);
    if (written == EX_OK) {
        output_put(&output, buf_str(&table));
        written = output_close(&output, true);
    }
    gather_close(&gathered);
    return written != EX_OK ? written : status;
}

static const char *const FORMATS[] = {"csv", "ndjson", NULL};

const Command COMMAND_SAMPLE = {
    .name = "sample",
    .arguments = "FILE...",
    .summary = "Chooses calls that a person should listen to.",
    .details =
        "FILE is as of 'report'; with --store alone the calls are those of the store. Of "
        "each agent it gives calls drawn by chance, with the probability of each, by which "
        "a check of them holds for all calls; those whose score is most uncertain; those "
        "with the lowest score; and, drawn by chance, marks of criteria that do not count "
        "yet. The same seed gives the same calls.",
    .formats = FORMATS,
    .options = OPTIONS_MARK | OPTIONS_PERIOD | OPTIONS_RUN | OPTIONS_OUTPUT |
               OPTIONS_FORMAT | OPTIONS_STRICT | OPTIONS_STORE | OPTIONS_CHOOSE,
    .needs_files = true,
    .store_is_input = true,
    .run = sample_command,
};
