// What the build knows of itself.
#ifndef CLI_ABOUT_H
#define CLI_ABOUT_H

#include "base/str.h"

Str about_version(void);
Str about_rubrics(void); // the installed folder of rubrics

#endif
