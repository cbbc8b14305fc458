/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-citation.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-policy.h"
#include "domain/muster-requirement.h"
#include "domain/muster-text.h"

#define OUTSIDE "EXT-"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

gboolean
muster_citation_is_of_notice (const char *const *clauses)
{
  for (guint i = 0; clauses != NULL && clauses[i] != NULL; i++)
    if (g_ascii_strncasecmp (clauses[i], OUTSIDE, strlen (OUTSIDE)) != 0)
      return TRUE;
  return FALSE;
}

/* Refusing to sign is said of the notice, too. */
static gboolean
says_signed (const MusterEvidence *evidence)
{
  const MusterEvidenceOutcome *outcome = muster_requirement_kind_find_outcome (MUSTER_REQUIREMENT_ACKNOWLEDGEMENT, evidence->outcome, NULL);

  return outcome != NULL && outcome->meaning == MUSTER_MEANING_MET && evidence->version != NULL && evidence->superseded_by == 0 && evidence->withdrawn == NULL &&
         muster_evidence_is_about (evidence, MUSTER_POLICY_NOTICE);
}

const MusterEvidence *
muster_citation_find_acknowledged (GPtrArray *evidence, const GDate *on)
{
  const MusterEvidence *last = NULL;

  for (guint i = 0; i < evidence->len; i++)
    {
      const MusterEvidence *one = evidence->pdata[i];

      if (!g_date_valid (&one->on) || g_date_compare (&one->on, on) > 0 || !says_signed (one))
        continue;
      if (last == NULL || g_date_compare (&one->on, &last->on) > 0 || (g_date_compare (&one->on, &last->on) == 0 && one->id > last->id))
        last = one;
    }
  return last;
}

gboolean
muster_citation_check (gboolean is_loaded, const MusterEvidence *acknowledged, const GDate *on, const char *despite, GError **error)
{
  g_autofree char *day = NULL;

  if (!is_loaded || acknowledged != NULL || !muster_text_is_blank (despite))
    return TRUE;
  day = muster_date_dup_text (on);
  /* Translators: a day */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE,
               _("The person had acknowledged no version of the notice by %s, the day that this is about. Record the acknowledgement if there was one; else say why its clauses are cited all the same."), day);
  return FALSE;
}

gboolean
muster_citation_check_entry (const char *notice, const char *despite, const char *const *versions, GError **error)
{
  gboolean is_unacknowledged = g_strcmp0 (notice, MUSTER_DETAIL_NOTICE_UNACKNOWLEDGED) == 0;
  gboolean is_loaded = versions != NULL && versions[0] != NULL;

  if (is_unacknowledged == muster_text_is_blank (despite))
    return refuse (error, is_unacknowledged ? _("Clauses are cited that the person had not acknowledged, and nothing says why.") : _("It says why clauses are cited that the person had not acknowledged, and not that it is so."));
  if (notice == NULL || g_str_equal (notice, MUSTER_DETAIL_NOTICE_NOT_LOADED))
    return TRUE;
  if (is_unacknowledged ? is_loaded : is_loaded && g_strv_contains (versions, notice))
    return TRUE;
  return refuse (error, _("Clauses are cited in a version of the notice that was not loaded."));
}
