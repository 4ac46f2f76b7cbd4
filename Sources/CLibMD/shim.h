#pragma once
// libmd's headers use the BSD integer names without including what declares them.
#include <sys/types.h>
#include <sha2.h>
