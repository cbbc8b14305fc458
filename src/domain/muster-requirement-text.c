/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-requirement-check.h"

#include <glib/gi18n-lib.h>

static const char *const status_codes[MUSTER_N_REQUIREMENT_STATUSES] = { "not-asked", "met", "implied", "due", "missing", "expired", "adverse" };

static const char *const status_labels[MUSTER_N_REQUIREMENT_STATUSES] = {
  N_("Not asked of this role"),
  N_("Met"),
  N_("Met by the marketplace’s certification"),
  N_("Due"),
  N_("Missing"),
  N_("Expired"),
  N_("Not met"),
};

const char *
muster_requirement_status_to_code (MusterRequirementStatus status)
{
  g_return_val_if_fail ((guint) status < MUSTER_N_REQUIREMENT_STATUSES, "");
  return status_codes[status];
}

const char *
muster_requirement_status_get_label (MusterRequirementStatus status)
{
  g_return_val_if_fail ((guint) status < MUSTER_N_REQUIREMENT_STATUSES, "");
  return _(status_labels[status]);
}

gboolean
muster_requirement_status_is_lacking (MusterRequirementStatus status)
{
  return status == MUSTER_REQUIREMENT_MISSING || status == MUSTER_REQUIREMENT_EXPIRED || status == MUSTER_REQUIREMENT_ADVERSE;
}

static char *
dup_course_cure (const MusterRequirement *requirement)
{
  if (requirement->pass_mark != 0)
    return g_strdup_printf (_("Pass “%s” with %u %% or more, and record it."), requirement->title, requirement->pass_mark);
  return g_strdup_printf (_("Complete “%s”, and record it."), requirement->title);
}

static char *
dup_kind_cure (const MusterRequirement *requirement)
{
  switch (requirement->kind)
    {
    case MUSTER_REQUIREMENT_COURSE:
      return dup_course_cure (requirement);
    case MUSTER_REQUIREMENT_ACKNOWLEDGEMENT:
      return g_strdup_printf (_("Have “%s” signed in the version in force, and record it."), requirement->title);
    case MUSTER_REQUIREMENT_LICENCE:
      return g_strdup_printf (_("Have “%s” renewed, and record its new end."), requirement->title);
    case MUSTER_REQUIREMENT_STUDY:
      return g_strdup_printf (_("Have “%s” cleared, and record it."), requirement->title);
    case MUSTER_REQUIREMENT_APPOINTMENT:
    case MUSTER_REQUIREMENT_CREDITS:
    case MUSTER_REQUIREMENT_ACCESS:
    case MUSTER_REQUIREMENT_LISTING:
    case MUSTER_REQUIREMENT_CONTRACT:
    default:
      return g_strdup_printf (_("Record that “%s” is met."), requirement->title);
    }
}

char *
muster_requirement_dup_cure (const MusterRequirement *requirement, const MusterRequirementFinding *finding)
{
  g_autofree char *cure = dup_kind_cure (requirement);
  g_autofree char *day = NULL;
  GDate date;

  if (muster_requirement_status_is_lacking (finding->status) || finding->through == 0)
    return g_steal_pointer (&cure);
  muster_day_to_date (finding->through, &date);
  day = muster_date_dup_text (&date);
  /* Translators: what is to be done, as a sentence, and the last day for it */
  return g_strdup_printf (_("%s By %s."), cure, day);
}

char *
muster_requirement_dup_text (const MusterRequirement *requirement, const MusterRequirementFinding *finding)
{
  g_autofree char *day = NULL;
  GDate date;

  muster_day_to_date (finding->through, &date);
  day = muster_date_dup_text (&date);
  if (finding->status == MUSTER_REQUIREMENT_EXPIRED && day != NULL)
    return g_strdup_printf (_("“%s” held through %s only."), requirement->title, day);
  if (finding->status == MUSTER_REQUIREMENT_ADVERSE)
    return g_strdup_printf (_("“%s” is recorded as not met."), requirement->title);
  if (finding->status == MUSTER_REQUIREMENT_MISSING && day != NULL)
    return g_strdup_printf (_("“%s” is missing; it was due on %s."), requirement->title, day);
  if (finding->status == MUSTER_REQUIREMENT_MISSING)
    return g_strdup_printf (_("“%s” is missing."), requirement->title);
  return g_strdup_printf ("%s: %s.", requirement->title, muster_requirement_status_get_label (finding->status));
}
