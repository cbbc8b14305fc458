/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl-output.h"
#include "ctl/muster-exit-code.h"
#include "store/muster-store.h"

typedef struct _MusterCtl MusterCtl;

typedef enum
{
  MUSTER_CTL_FLAG,
  MUSTER_CTL_TEXT,
  MUSTER_CTL_LIST, /* may be given more than once */
} MusterCtlOptionKind;

/** MusterCtlOption: "--name VALUE". @value and @text: for the help, untranslated, marked N_(); without @text it is not in the help. */
typedef struct
{
  const char *name;
  MusterCtlOptionKind kind;
  gboolean required;
  const char *value;
  const char *text;
} MusterCtlOption;

/**
 * MusterCtlCommand: one thing musterctl does.
 * @name: one word or two, "account add"
 * @arguments: as the help writes them: "PERSON"
 * @options: (nullable): ended by one whose name is %NULL
 * @signs_in: needs an open register
 * @run: returns an exit code, or -1 with @error
 */
typedef struct
{
  const char *name;
  const char *arguments;
  guint n_min;
  guint n_max;
  const char *text;
  const MusterCtlOption *options;
  gboolean signs_in;
  int (*run) (MusterCtl *ctl, GError **error);
} MusterCtlCommand;

/**
 * MusterCtl: one call of the program.
 * @arguments: (element-type utf8): what follows the command, options apart
 * @password: the one that was signed in with
 */
struct _MusterCtl
{
  const MusterCtlCommand *command;
  GHashTable *values;
  GPtrArray *arguments;
  gboolean json;
  gboolean quiet;
  gboolean damaged; /* something was found at sign-in */
  GCancellable *cancellable;
  MusterStore *store;
  MusterDatabase *database;
  MusterSecret *password;
};

/** Runs the program; returns its exit code. @argv: as main() has it. */
int muster_ctl_main (char **argv);
