// Which calls a command is about: --since, --until, --period, --agent, --team.
#ifndef CLI_SELECT_H
#define CLI_SELECT_H

#include "cli/setup.h"

// Chooses among the calls of `setup`, before any input is read; EX_OK, or EX_USAGE with
// what is wrong on stderr. A period that counts from the newest call needs to know that
// one: then `transcripts`, and files of `records`, are read for it. NULL: there are none.
int select_calls(Setup *setup, const Texts *transcripts, const Texts *records);

#endif
