/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterNameDamage: what keeps a text from being the name of one person as it is. */
typedef enum
{
  MUSTER_NAME_WHOLE,
  MUSTER_NAME_LETTERS_LOST, /* the sign that stands for letters that could not be read */
  MUSTER_NAME_MISREAD,      /* UTF-8 that was read as Windows-1252: JosÃ© */
  MUSTER_NAME_REMARK,       /* Smith, John - TERMINATED */
  MUSTER_NAME_TWO_PEOPLE,   /* Mr & Mrs Smith */
} MusterNameDamage;

/** Returns: what is wrong with @text; sets @fix (transfer full) to the name that is meant where it can be told, else to %NULL. Quick where nothing is. */
MusterNameDamage muster_name_damage_find (const char *text, char **fix);
