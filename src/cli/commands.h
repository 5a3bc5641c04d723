// Every command, each defined in the file of its name.
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/options.h"

extern const Command COMMAND_REPORT, COMMAND_SCORE, COMMAND_FIND, COMMAND_SHOW,
    COMMAND_CONVERT, COMMAND_CHECK, COMMAND_MEASURE, COMMAND_DIFF, COMMAND_LIST,
    COMMAND_AGREE, COMMAND_LEARN, COMMAND_FORGET;

#endif
