#include "report/agent_link.h"

#include "report/file_names.h"
#include "report/words.h"

static bool is_among(const Texts *people, const AgentTally *agent) {
    return !people->len || str_is_in(agent->agent, people->items, people->len) ||
           str_is_in(agent->name, people->items, people->len);
}

// Each has the name that it would have among all of them.
Str *agent_files(Arena *arena, const Tally *tally, const Texts *people) {
    size_t count = tally->agents.len;
    Str *files = arena_array(arena, Str, count);
    for (size_t i = 0; i < count; i++) files[i] = tally->agents.items[i].agent;
    file_names(arena, files, count, files);
    for (size_t i = 0; i < count; i++)
        files[i] = is_among(people, &tally->agents.items[i])
                       ? str_format(arena, "agents/%.*s.xlsx", STR_ARG(files[i]))
                       : (Str){0};
    return files;
}

// By bisection: agents stand by id.
const AgentTally *card_agent(const Tally *tally, const Scorecard *card) {
    Str id = scorecard_agent(card);
    size_t low = 0, high = tally->agents.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const AgentTally *agent = &tally->agents.items[middle];
        int order = str_cmp(agent->agent, id);
        if (order == 0) return agent;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

Cell *cell_agent(Sheet *sheet, Style style, const ReportInput *in,
                 const AgentTally *agent) {
    Cell *cell = cell_text(sheet, style, agent_title(sheet->arena, agent));
    Str file = in->files ? in->files[agent - in->tally->agents.items] : (Str){0};
    if (!file.len) return cell;
    cell->style = STYLE_LINK;
    cell_file(sheet, cell, file);
    return cell;
}
