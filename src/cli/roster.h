// Whom the calls are of, to say where --agent or --team names nobody.
#ifndef CLI_ROSTER_H
#define CLI_ROSTER_H

#include "base/map.h"
#include "cli/options.h"

typedef struct {
    Arena *arena;
    Map known_agents, known_teams;
    Texts agents, teams; // each once: agents by id and by name
} Roster;

void roster_note(Roster *roster, Str agent, Str name, Str team);
// Says of each agent and team that the settings name when no call is of it. True when
// nothing was to be said.
bool roster_has_all(const Roster *roster, const Settings *settings);

#endif
