/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-claims.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-certification.h"
#include "domain/muster-import-status.h"
#include "operations/muster-certification-steps.h"
#include "operations/muster-import-plan-private.h"
#include "store/muster-evidence-table.h"

/* Of these a file that says “active” knows nothing yet; of the others it contradicts the register. */
static gboolean
is_before_certification (MusterCertificationState state)
{
  return state == MUSTER_STATE_NONE || state == MUSTER_STATE_APPLICANT || state == MUSTER_STATE_IN_TRAINING || state == MUSTER_STATE_PENDING_REVIEW;
}

/* The state that says most against the claim; %FALSE if a certification is in force. */
static gboolean
find_standing (GPtrArray *events, guint types, const GDate *today, MusterCertificationState *worst)
{
  *worst = MUSTER_STATE_NONE;
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      MusterCertificationState state = muster_certification_state_on (events, 1u << i, today, NULL);

      if (types != 0 && (types & (1u << i)) == 0)
        continue;
      if (state == MUSTER_STATE_CERTIFIED || state == MUSTER_STATE_CERTIFIED_RESTRICTED)
        return FALSE;
      if (!is_before_certification (state))
        *worst = state;
    }
  return TRUE;
}

static guint
count_claims (const MusterImportPlanning *planning)
{
  const guint8 *fates = planning->plan->fates;
  guint n = 0;

  for (guint row = 0; row < muster_sheet_get_n_rows (planning->sheet); row++)
    if ((planning->claims[row / 8] & (1 << row % 8)) != 0)
      n += fates[row] == MUSTER_FATE_CREATED || fates[row] == MUSTER_FATE_UPDATED || fates[row] == MUSTER_FATE_UNCHANGED;
  return n;
}

void
muster_import_planning_note_claim (MusterImportPlanning *planning, guint row)
{
  planning->claims[row / 8] |= 1 << row % 8;
}

void
muster_import_planning_find_claims (MusterImportPlanning *planning)
{
  guint n = count_claims (planning);
  g_autofree char *message = NULL;

  for (guint i = 0; n > 0 && i < planning->n_columns; i++)
    {
      if (planning->options->fields[i] != MUSTER_FIELD_STATUS)
        continue;
      message = g_strdup_printf (ngettext ("The file says on %u row that somebody without a certification in force has one. It is kept as what the sender says, and certifies nobody.",
                                           "The file says on %u rows that somebody without a certification in force has one. It is kept as what the sender says, and certifies nobody.", n),
                                 n);
      muster_import_plan_find_column (planning->plan, i, "status-is-a-claim", message)->is_note = TRUE;
      return;
    }
}

void
muster_import_planning_check_claim (MusterImportPlanning *planning, guint row, const MusterImportRow *values, gint64 person, GPtrArray *events)
{
  g_autofree char *code = muster_assister_dup_code (person);
  g_autofree char *message = NULL;
  MusterCertificationState state;

  if (!find_standing (events, values->types, &planning->options->today, &state))
    return;
  if (state == MUSTER_STATE_NONE)
    {
      muster_import_planning_note_claim (planning, row);
      return;
    }
  /* Translators: what a file says, a person, the state of the certification in the register */
  message = g_strdup_printf (_("The file says “%s”, but %s is “%s” in the register, and stays so: only a decision changes that. What the file says is kept."), values->status, code,
                             muster_certification_state_get_label (state));
  muster_import_planning_find (planning, row, "status-is-a-claim", FALSE, values->status, message);
}

void
muster_import_planning_warn_of_end (MusterImportPlanning *planning, guint row, const MusterImportRow *values)
{
  gboolean by_day = muster_status_claim_read (values->status) != MUSTER_CLAIM_ENDED;
  MusterImportField field = by_day ? MUSTER_FIELD_ENDED_ON : MUSTER_FIELD_STATUS;
  g_autofree char *value = muster_import_row_dup (values, field);
  g_autofree char *message = NULL;

  if (planning->plan->fates[row] == MUSTER_FATE_SKIPPED || (by_day && !muster_import_row_has_ended (values, &planning->options->today)))
    return;
  if (by_day)
    message = g_strdup_printf (_("The file says of somebody who is new that the person left or was terminated on %s. The person is added. Make sure that the person belongs on the roster: it becomes a task to look into."), value);
  else
    message = g_strdup_printf (_("The file says “%s” of somebody who is new. The person is added, and a license that the row names is not taken for valid. Make sure that the person belongs on the roster: it becomes a task to look into."), value);
  muster_import_planning_place (planning, muster_import_planning_find (planning, row, "new-but-ended", FALSE, value, message), muster_import_planning_find_field (planning, field));
  muster_import_planning_propose_for_new (planning, row, values, field);
}

void
muster_import_planning_mention_coming_end (MusterImportPlanning *planning, guint row, const MusterImportRow *values)
{
  g_autofree char *day = NULL, *message = NULL;

  if (!g_date_valid (&values->ended_on) || muster_import_row_has_ended (values, &planning->options->today) || planning->plan->fates[row] == MUSTER_FATE_SKIPPED)
    return;
  day = muster_import_row_dup (values, MUSTER_FIELD_ENDED_ON);
  message = g_strdup_printf (_("The file says that the person leaves or is terminated on %s. It is kept as what the sender says; until a decision is recorded the person stays as they are."), day);
  muster_import_planning_place (planning, muster_import_planning_find (planning, row, "ends-later", FALSE, day, message), muster_import_planning_find_field (planning, MUSTER_FIELD_ENDED_ON));
}

/* Something on paper: with the roles where those of each row have their own. */
static MusterEvidence *
make_claim (const MusterImportRow *row, const char *requirement, gboolean by_role, const char *said)
{
  MusterEvidence *evidence = muster_evidence_new ();
  g_autofree char *types = muster_certification_steps_dup_types (row->types);

  if (by_role && *types != '\0')
    evidence->requirement = g_strdup_printf ("%s:%s", requirement, types);
  else
    evidence->requirement = g_strdup (requirement);
  evidence->said = g_strdup (said);
  return evidence;
}

static GPtrArray *
list_claims (const MusterImportRow *row, gboolean by_role)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_evidence_free);

  if (row->status != NULL)
    g_ptr_array_add (claims, make_claim (row, MUSTER_EVIDENCE_STATUS, by_role, row->status));
  if (g_date_valid (&row->certified_on) || g_date_valid (&row->certified_through))
    {
      MusterEvidence *evidence = make_claim (row, MUSTER_EVIDENCE_CERTIFICATION, by_role, NULL);

      evidence->on = row->certified_on;
      evidence->expires = row->certified_through;
      g_ptr_array_add (claims, evidence);
    }
  if (g_date_valid (&row->ended_on))
    {
      MusterEvidence *evidence = make_claim (row, MUSTER_EVIDENCE_END, by_role, NULL);

      evidence->on = row->ended_on;
      g_ptr_array_add (claims, evidence);
    }
  /* A licence that may be revoked or suspended is no evidence. */
  if (g_date_valid (&row->licence_expires) && muster_status_claim_read (row->status) != MUSTER_CLAIM_ENDED)
    {
      MusterEvidence *evidence = make_claim (row, MUSTER_EVIDENCE_LICENCE, by_role, row->person.licence_number);

      evidence->expires = row->licence_expires;
      g_ptr_array_add (claims, evidence);
    }
  return claims;
}

static gboolean
is_new (MusterDatabase *database, gint64 person, const MusterEvidence *claim, gboolean *news, GError **error)
{
  g_autoptr (MusterEvidence) newest = NULL;

  if (!muster_evidence_table_find_said (database, person, claim->requirement, &newest, error))
    return FALSE;
  *news = newest == NULL || !muster_evidence_same (newest, claim);
  return TRUE;
}

static gboolean
claims_anything (const MusterImportRow *row)
{
  return row->status != NULL || g_date_valid (&row->certified_on) || g_date_valid (&row->certified_through) || g_date_valid (&row->ended_on) || g_date_valid (&row->licence_expires);
}

gboolean
muster_import_claims_are_new (MusterDatabase *database, const MusterImportRow *row, gint64 person, gboolean by_role, gboolean *news, GError **error)
{
  g_autoptr (GPtrArray) claims = NULL;

  *news = FALSE;
  if (!claims_anything (row))
    return TRUE;
  claims = list_claims (row, by_role);
  for (guint i = 0; i < claims->len && !*news; i++)
    if (!is_new (database, person, claims->pdata[i], news, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
muster_import_claims_list (const MusterImportRow *row, const MusterImportClaimSource *source)
{
  GPtrArray *claims = list_claims (row, source->by_role);

  for (guint i = 0; i < claims->len; i++)
    {
      MusterEvidence *claim = claims->pdata[i];

      claim->assister_id = source->person;
      claim->source = g_strdup (source->file);
      claim->import_id = source->import_id;
      claim->line = source->line;
      claim->account_id = source->account_id;
      claim->recorded = source->recorded;
    }
  return claims;
}

gboolean
muster_import_claims_save (MusterDatabase *database, const MusterImportRow *row, const MusterImportClaimSource *source, GError **error)
{
  g_autoptr (GPtrArray) claims = NULL;

  if (!claims_anything (row))
    return TRUE;
  claims = muster_import_claims_list (row, source);
  for (guint i = 0; i < claims->len; i++)
    {
      gboolean news;

      if (!is_new (database, source->person, claims->pdata[i], &news, error))
        return FALSE;
      if (news && !muster_evidence_table_save (database, claims->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}
