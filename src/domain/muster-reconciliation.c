/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-reconciliation.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

#define MAX_NOTE 2000

static const char *const state_codes[MUSTER_N_TASK_STATES] = {
  [MUSTER_TASK_OPEN] = "open",
  [MUSTER_TASK_CLOSED] = "closed",
};

static const char *const state_labels[MUSTER_N_TASK_STATES] = {
  [MUSTER_TASK_OPEN] = N_("Open"),
  [MUSTER_TASK_CLOSED] = N_("Closed"),
};

static const char *const fate_codes[MUSTER_N_TASK_FATES] = {
  [MUSTER_TASK_FATE_NEW] = "new",
  [MUSTER_TASK_FATE_KNOWN] = "known",
  [MUSTER_TASK_FATE_HANDLED] = "handled",
};

static const char *const fate_labels[MUSTER_N_TASK_FATES] = {
  [MUSTER_TASK_FATE_NEW] = N_("New"),
  [MUSTER_TASK_FATE_KNOWN] = N_("Open already"),
  [MUSTER_TASK_FATE_HANDLED] = N_("Dealt with before"),
};

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

/* What stays as it is was dealt with when it was closed; of a registration that is missing every list tells anew. */
static gboolean
is_same_event (const MusterReconciliationTask *found, const MusterReconciliationTask *closed)
{
  if (g_strcmp0 (found->file_hash, closed->file_hash) == 0)
    return TRUE;
  return found->finding != MUSTER_LIST_NO_NPN && found->kind != MUSTER_LIST_REGISTRATION && g_strcmp0 (found->said, closed->said) == 0;
}

void
muster_reconciliation_free (MusterReconciliation *record)
{
  if (record == NULL)
    return;
  g_free (record->file_name);
  g_free (record->file_hash);
  g_free (record);
}

MusterReconciliationTask *
muster_reconciliation_task_new (void)
{
  return g_new0 (MusterReconciliationTask, 1);
}

MusterReconciliationTask *
muster_reconciliation_task_copy (const MusterReconciliationTask *task)
{
  MusterReconciliationTask *copy = g_memdup2 (task, sizeof *task);

  copy->status = g_strdup (task->status);
  copy->npn = g_strdup (task->npn);
  copy->said = g_strdup (task->said);
  copy->note = g_strdup (task->note);
  copy->file_hash = g_strdup (task->file_hash);
  return copy;
}

void
muster_reconciliation_task_free (MusterReconciliationTask *task)
{
  if (task == NULL)
    return;
  g_free (task->status);
  g_free (task->npn);
  g_free (task->said);
  g_free (task->note);
  g_free (task->file_hash);
  g_free (task);
}

char *
muster_reconciliation_task_dup_title (const MusterReconciliationTask *task, MusterPublicLists *lists)
{
  const char *label = muster_list_finding_get_label (task->finding);
  const char *reason = NULL;

  if (task->status != NULL)
    muster_public_lists_find_status (lists, task->status, &reason);
  if (reason != NULL)
    /* Translators: what was found, then a status of the list and what it means: “Reinstated (R1: resident license)”. */
    return g_strdup_printf (_("%s (%s: %s)"), label, task->status, reason);
  if (task->status != NULL && *task->status != '\0')
    return g_strdup_printf ("%s (%s)", label, task->status);
  if (task->plan_year != 0 && task->kind == MUSTER_LIST_REGISTRATION && task->finding != MUSTER_LIST_NO_NPN)
    return g_strdup_printf ("%s (%u)", label, task->plan_year);
  return g_strdup (label);
}

gboolean
muster_reconciliation_task_check_close (const MusterReconciliationTask *task, const char *note, GError **error)
{
  if (task->state != MUSTER_TASK_OPEN)
    return refuse (error, _("The task is closed already."));
  if (muster_text_is_blank (note))
    return refuse (error, _("Say in a note what came of it: a task is not closed without one."));
  if (g_utf8_strlen (note, -1) > MAX_NOTE)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The note is longer than %u characters. Shorten it."), MAX_NOTE);
      return FALSE;
    }
  if (muster_identifier_contains_ssn (note))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return TRUE;
}

gboolean
muster_reconciliation_is_same (const MusterReconciliationTask *a, const MusterReconciliationTask *b)
{
  if (a->finding != b->finding)
    return FALSE;
  if (a->finding == MUSTER_LIST_NO_NPN)
    return TRUE;
  if (a->kind != b->kind || g_strcmp0 (a->status, b->status) != 0)
    return FALSE;
  return a->kind != MUSTER_LIST_REGISTRATION || a->plan_year == b->plan_year;
}

MusterTaskFate
muster_reconciliation_weigh (const MusterReconciliationTask *found, GPtrArray *tasks)
{
  MusterTaskFate fate = MUSTER_TASK_FATE_NEW;

  for (guint i = 0; i < tasks->len; i++)
    {
      const MusterReconciliationTask *task = tasks->pdata[i];

      if (!muster_reconciliation_is_same (found, task))
        continue;
      if (task->state == MUSTER_TASK_OPEN)
        return MUSTER_TASK_FATE_KNOWN;
      if (is_same_event (found, task))
        fate = MUSTER_TASK_FATE_HANDLED;
    }
  return fate;
}

gboolean
muster_reconciliation_is_cured (const MusterReconciliationTask *task, GPtrArray *found, MusterListKind kind, guint plan_year, gboolean has_npn)
{
  if (task->finding == MUSTER_LIST_NO_NPN)
    return has_npn;
  /* Somebody without an NPN was not looked up. */
  if (!has_npn || task->kind != kind || task->plan_year != plan_year)
    return FALSE;
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (muster_reconciliation_is_same (task, found->pdata[i]) || ((const MusterReconciliationTask *) found->pdata[i])->finding == MUSTER_LIST_UNREADABLE)
      return FALSE;
  return TRUE;
}

const char *
muster_task_state_to_code (MusterTaskState state)
{
  g_return_val_if_fail ((guint) state < MUSTER_N_TASK_STATES, "");
  return state_codes[state];
}

gboolean
muster_task_state_from_code (const char *code, MusterTaskState *state, GError **error)
{
  guint index;

  if (!muster_code_find (state_codes, MUSTER_N_TASK_STATES, code, _("This is not a state of a task"), &index, error))
    return FALSE;
  *state = index;
  return TRUE;
}

const char *
muster_task_state_get_label (MusterTaskState state)
{
  g_return_val_if_fail ((guint) state < MUSTER_N_TASK_STATES, "");
  return _(state_labels[state]);
}

const char *
muster_task_fate_to_code (MusterTaskFate fate)
{
  g_return_val_if_fail ((guint) fate < MUSTER_N_TASK_FATES, "");
  return fate_codes[fate];
}

const char *
muster_task_fate_get_label (MusterTaskFate fate)
{
  g_return_val_if_fail ((guint) fate < MUSTER_N_TASK_FATES, "");
  return _(fate_labels[fate]);
}
