/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-change-rule-evidence.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-evidence-check.h"

#define IMPORT "import-roster"
#define CORRECT "correct-evidence"
#define WITHDRAW "withdraw-evidence"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static gboolean
check_with (MusterEvidence *evidence, MusterRulePack *pack, const MusterEvidenceFacts *facts, GError **error)
{
  int place = muster_rule_pack_find_requirement (pack, evidence->requirement, error);
  g_autofree char *outcome = g_strdup (evidence->outcome);
  MusterEvidenceField field;
  guint n;

  if (place < 0)
    return FALSE;
  if (!muster_evidence_check_content (evidence, muster_rule_pack_get_requirements (pack, &n)[place], facts->today, facts->versions, &field, error))
    return FALSE;
  /* What is recorded always says how it ended: the check would have put it there. */
  return g_strcmp0 (outcome, evidence->outcome) == 0 || refuse (error, _("Evidence was recorded that does not say how it ended."));
}

/* Which of the packs was in force is known to the day only; one of them has to want it so. */
static gboolean
check_with_any (MusterEvidence *evidence, const MusterEvidenceFacts *facts, GError **error)
{
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < facts->packs->len; i++)
    {
      g_autoptr (MusterEvidence) copy = muster_evidence_copy (evidence);

      if (check_with (copy, facts->packs->pdata[i], facts, first == NULL ? &first : NULL))
        return TRUE;
    }
  return refuse (error, first != NULL ? first->message : _("Evidence was recorded, and there were no rules to go by."));
}

/* Of what it withdraws is known when the whole entry is. */
static gboolean
check_withdrawal (const MusterEvidence *evidence, const MusterEvidenceFacts *facts, GError **error)
{
  if (!facts->person_known)
    return refuse (error, _("Evidence was recorded of a person that there was not."));
  return muster_evidence_is_about (evidence, MUSTER_EVIDENCE_WITHDRAWN) || refuse (error, _("What withdraws evidence is itself evidence of something."));
}

static gboolean
check_typed (MusterEvidence *evidence, const MusterEvidenceFacts *facts, GError **error)
{
  if (evidence->import_id != 0 || evidence->line != 0)
    return refuse (error, _("Evidence that somebody recorded says that it stands in a file."));
  if (!facts->person_known)
    return refuse (error, _("Evidence was recorded of a person that there was not."));
  if (!facts->document_known)
    return refuse (error, _("Evidence names a document that there was not."));
  return check_with_any (evidence, facts, error);
}

gboolean
muster_change_rule_check_evidence (const char *operation, MusterEvidence *evidence, const MusterEvidenceFacts *facts, GError **error)
{
  if (evidence->superseded_by != 0)
    return refuse (error, _("Evidence was superseded from the beginning."));
  if (g_strcmp0 (operation, WITHDRAW) == 0)
    return check_withdrawal (evidence, facts, error);
  if (g_strcmp0 (operation, IMPORT) != 0)
    return check_typed (evidence, facts, error);
  if (evidence->import_id == 0 || evidence->import_id != facts->import_made)
    return refuse (error, _("What a file says was recorded with another import than that of the file."));
  return muster_evidence_check_claim (evidence, error);
}

static const MusterEvidence *
find_successor (GPtrArray *added, const MusterEvidence *old)
{
  for (guint i = 0; i < added->len; i++)
    if (((const MusterEvidence *) added->pdata[i])->id == old->superseded_by)
      return added->pdata[i];
  return NULL;
}

static gboolean
check_one (const char *operation, GPtrArray *added, const MusterEvidence *superseded, GError **error)
{
  const MusterEvidence *successor = find_successor (added, superseded);
  g_autoptr (MusterEvidence) old = muster_evidence_copy (superseded);

  old->superseded_by = 0;
  if (successor == NULL || successor->id <= old->id)
    return refuse (error, _("Evidence was superseded by what is no correction of it."));
  return g_strcmp0 (operation, WITHDRAW) == 0 ? muster_evidence_check_withdrawal (old, successor, error) : muster_evidence_check_correction (old, successor, error);
}

gboolean
muster_change_rule_check_corrected (const char *operation, GPtrArray *added, GPtrArray *superseded, GError **error)
{
  if (g_strcmp0 (operation, CORRECT) != 0 && g_strcmp0 (operation, WITHDRAW) != 0)
    return superseded->len == 0 || refuse (error, _("Evidence was superseded by an operation that cannot."));
  for (guint i = 0; i < superseded->len; i++)
    {
      const MusterEvidence *old = superseded->pdata[i];

      if (!check_one (operation, added, old, error))
        return FALSE;
      for (guint k = 0; k < i; k++)
        if (((const MusterEvidence *) superseded->pdata[k])->superseded_by == old->superseded_by)
          return refuse (error, _("A correction superseded more than it corrects."));
    }
  return added->len == superseded->len || refuse (error, _("A correction added evidence that corrects nothing."));
}
