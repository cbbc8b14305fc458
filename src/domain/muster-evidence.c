/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-evidence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-assister.h"
#include "domain/muster-text.h"

MusterEvidence *
muster_evidence_new (void)
{
  MusterEvidence *evidence = g_new0 (MusterEvidence, 1);

  evidence->score = -1;
  return evidence;
}

void
muster_evidence_free (MusterEvidence *evidence)
{
  if (evidence == NULL)
    return;
  g_free (evidence->requirement);
  g_free (evidence->said);
  g_free (evidence->source);
  g_free (evidence->outcome);
  g_free (evidence->version);
  g_free (evidence->note);
  g_free (evidence->withdrawn);
  g_free (evidence);
}

MusterEvidence *
muster_evidence_copy (const MusterEvidence *evidence)
{
  MusterEvidence *copy = g_memdup2 (evidence, sizeof *evidence);

  copy->requirement = g_strdup (evidence->requirement);
  copy->said = g_strdup (evidence->said);
  copy->source = g_strdup (evidence->source);
  copy->outcome = g_strdup (evidence->outcome);
  copy->version = g_strdup (evidence->version);
  copy->note = g_strdup (evidence->note);
  copy->withdrawn = g_strdup (evidence->withdrawn);
  return copy;
}

MusterEvidence *
muster_evidence_new_withdrawal (const MusterEvidence *old, const char *reason)
{
  MusterEvidence *evidence = muster_evidence_new ();

  evidence->assister_id = old->assister_id;
  evidence->requirement = g_strconcat (MUSTER_EVIDENCE_WITHDRAWN, ":", old->requirement, NULL);
  evidence->note = muster_text_dup_tidy (reason);
  return evidence;
}

char *
muster_evidence_dup_code (gint64 id)
{
  return g_strdup_printf ("E-%" G_GINT64_FORMAT, id);
}

gint64
muster_evidence_parse_code (const char *text)
{
  guint64 id;

  if (text == NULL || g_ascii_toupper (text[0]) != 'E' || text[1] != '-' || !g_ascii_isdigit (text[2]))
    return 0;
  if (!g_ascii_string_to_unsigned (text + 2, 10, 1, G_MAXINT64, &id, NULL))
    return 0;
  return (gint64) id;
}

gboolean
muster_evidence_is_about (const MusterEvidence *evidence, const char *requirement)
{
  gsize n = strcspn (evidence->requirement, ":");

  return strncmp (requirement, evidence->requirement, n) == 0 && requirement[n] == '\0';
}

const char *
muster_evidence_get_label (const MusterEvidence *evidence)
{
  if (muster_evidence_is_about (evidence, MUSTER_EVIDENCE_STATUS))
    return _("Status in a file");
  if (muster_evidence_is_about (evidence, MUSTER_EVIDENCE_CERTIFICATION))
    return _("Certification in a file");
  if (muster_evidence_is_about (evidence, MUSTER_EVIDENCE_END))
    return _("Leaving or termination in a file");
  if (muster_evidence_is_about (evidence, MUSTER_EVIDENCE_LICENCE))
    return _("License");
  return evidence->requirement;
}

static gboolean
same_day (const GDate *a, const GDate *b)
{
  if (!g_date_valid (a) || !g_date_valid (b))
    return g_date_valid (a) == g_date_valid (b);
  return g_date_compare (a, b) == 0;
}

/* “Active” in one file is “ACTIVE” in the next. */
static gboolean
same_words (const char *a, const char *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (a == NULL || b == NULL || strcmp (a, b) == 0)
    return g_strcmp0 (a, b) == 0;
  first = muster_text_fold (a);
  second = muster_text_fold (b);
  return strcmp (first, second) == 0;
}

gboolean
muster_evidence_same (const MusterEvidence *a, const MusterEvidence *b)
{
  return g_strcmp0 (a->requirement, b->requirement) == 0 && same_words (a->said, b->said) && same_day (&a->on, &b->on) && same_day (&a->expires, &b->expires) &&
         g_strcmp0 (a->outcome, b->outcome) == 0 && a->score == b->score && g_strcmp0 (a->version, b->version) == 0;
}
