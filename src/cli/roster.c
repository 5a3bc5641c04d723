#include "cli/roster.h"

#include "cli/message.h"

static void note(Roster *roster, Map *known, Texts *names, Str name) {
    if (!name.len || map_get(known, name) != MAP_NONE) return;
    name = str_copy(roster->arena, name);
    map_add(roster->arena, known, name, (uint32_t)names->len);
    *vec_push(roster->arena, names) = name;
}

void roster_note(Roster *roster, Str agent, Str name, Str team) {
    note(roster, &roster->known_agents, &roster->agents, agent);
    note(roster, &roster->known_agents, &roster->agents, name);
    note(roster, &roster->known_teams, &roster->teams, team);
}

static bool has_all(const Roster *roster, const char *kind, const Texts *wanted,
                    const Map *known, const Texts *names) {
    bool all = true;
    vec_each(const Str, name, wanted) {
        if (map_get(known, *name) != MAP_NONE) continue;
        Str hint = diag_hint(roster->arena, *name, names->items, names->len);
        message_error("no call is of %s '%.*s'%s%.*s%s", kind, STR_ARG(*name),
                      hint.len ? " (" : "", STR_ARG(hint), hint.len ? ")" : "");
        all = false;
    }
    return all;
}

bool roster_has_all(const Roster *roster, const Settings *settings) {
    bool agents = has_all(roster, "agent", &settings->people, &roster->known_agents,
                          &roster->agents);
    bool teams =
        has_all(roster, "team", &settings->teams, &roster->known_teams, &roster->teams);
    return agents && teams;
}
