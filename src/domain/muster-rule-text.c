/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-rule-text.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-text.h"

char *
muster_rule_days_dup_text (const MusterRuleDays *days)
{
  if (days->kind == MUSTER_DAYS_HOURS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hour", "%u hours", days->days), days->days);
  if (days->kind == MUSTER_DAYS_BUSINESS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u business day", "%u business days", days->days), days->days);
  if (days->kind == MUSTER_DAYS_MONTHS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", days->days), days->days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", days->days), days->days);
}

char *
muster_rule_days_dup_rule (const MusterRuleDays *days)
{
  g_autofree char *count = muster_rule_days_dup_text (days);

  /* Translators: how many days a deadline has, and that those on which a review is pending do not count */
  return days->tolled ? g_strdup_printf (_("%s · a pending review holds it off"), count) : g_steal_pointer (&count);
}

char *
muster_rule_source_dup_text (const MusterRuleSource *source)
{
  g_autofree char *day = source->verified ? muster_date_dup_text (&source->verified_on) : NULL;

  if (!source->verified)
    /* Translators: where a number of a rule pack comes from */
    return g_strdup_printf (_("%s. Not verified."), source->citation);
  /* Translators: where a number of a rule pack comes from, who saw it there, and when */
  return g_strdup_printf (_("%s. Verified by %s, %s."), source->citation, source->verified_by, day);
}

char *
muster_requirement_dup_roles (const MusterRequirement *requirement)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((requirement->types & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", muster_assister_type_get_label (1u << i));
  return g_string_free (text, FALSE);
}

char *
muster_requirement_dup_renewal (const MusterRequirement *requirement)
{
  switch (requirement->renewal)
    {
    case MUSTER_RENEWAL_SEASON:
      return g_strdup (_("Every season"));
    case MUSTER_RENEWAL_MONTHS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every %u month", "Every %u months", requirement->months), requirement->months);
    case MUSTER_RENEWAL_ONCE:
    default:
      return g_strdup (_("Once"));
    }
}

static char *
dup_after (MusterRulePack *pack, const MusterRequirement *requirement)
{
  guint n;
  MusterRequirement *const *all = muster_rule_pack_get_requirements (pack, &n);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if ((requirement->after & (1u << i)) != 0)
      muster_text_append_quoted (list, all[i]->title);
  /* Translators: titles of requirements: “After “Assister Basics course”, “Program rules course””. */
  return list->len > 0 ? g_strdup_printf (_("After %s"), list->str) : NULL;
}

/* Those of the three that are not %NULL. */
static char *
join (const char *first, const char *second, const char *third)
{
  const char *parts[] = { first, second, third };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free_and_steal (text);
}

char *
muster_requirement_dup_rule (const MusterRequirement *requirement)
{
  g_autofree char *renewal = muster_requirement_dup_renewal (requirement);
  g_autofree char *mark = requirement->pass_mark != 0 ? g_strdup_printf (_("Pass mark %u %%"), requirement->pass_mark) : NULL;
  g_autofree char *how = join (muster_requirement_kind_get_label (requirement->kind), renewal, mark);

  return join (how, requirement->blocks ? _("Nobody may assist without it") : _("Only shown"), NULL);
}

char *
muster_requirement_dup_conditions (MusterRulePack *pack, const MusterRequirement *requirement)
{
  g_autofree char *after = dup_after (pack, requirement);

  if (after == NULL && !requirement->implied && !requirement->needs_expiry)
    return NULL;
  return join (after, requirement->implied ? _("The certification shows it") : NULL, requirement->needs_expiry ? _("Says until when it holds") : NULL);
}

char *
muster_rule_pack_dup_reminders (MusterRulePack *pack)
{
  guint n, every = muster_rule_pack_get_overdue_every (pack);
  const guint *steps = muster_rule_pack_get_reminders (pack, &n);
  g_autoptr (GString) days = g_string_new (NULL);
  /* Translators: what is late is called to mind again after so many days */
  g_autofree char *late = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every %u day when it is late", "every %u days when it is late", every), every);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (days, "%s%u", i > 0 ? ", " : "", steps[i]);
  /* Translators: numbers of days: “60, 30, 14, 7, 1 days before, and every 7 days when it is late” */
  return g_strdup_printf (_("%s days before, and %s"), days->str, late);
}

guint
muster_rule_pack_count_unverified (MusterRulePack *pack, guint *n_all)
{
  guint n, unverified = !muster_rule_pack_get_season (pack)->source.verified;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);
  g_autoptr (GPtrArray) keys = muster_rule_pack_list_days (pack);

  for (guint i = 0; i < n; i++)
    unverified += !requirements[i]->source.verified;
  for (guint i = MUSTER_SEVERITY_1; i <= MUSTER_SEVERITY_4; i++)
    unverified += !muster_rule_pack_get_severity (pack, i)->due.source.verified;
  for (guint i = 0; i < keys->len; i++)
    unverified += !muster_rule_pack_get_days (pack, keys->pdata[i], NULL)->source.verified;
  *n_all = 1 + n + MUSTER_N_SEVERITIES + keys->len;
  return unverified;
}

char *
muster_rule_pack_dup_warning (MusterRulePack *pack, const GDate *day)
{
  gboolean has_ended = g_date_compare (day, muster_rule_pack_get_through (pack)) > 0;
  g_autofree char *bound = muster_date_dup_text (has_ended ? muster_rule_pack_get_through (pack) : muster_rule_pack_get_from (pack));

  if (has_ended)
    /* Translators: title of a rule pack, and its last day */
    return g_strdup_printf (_("%s ended on %s. What is asked after that is not known: the answer holds only if the same rules go on."), muster_rule_pack_get_title (pack), bound);
  if (g_date_compare (day, muster_rule_pack_get_from (pack)) < 0)
    /* Translators: title of a rule pack, and its first day */
    return g_strdup_printf (_("%s begins on %s only."), muster_rule_pack_get_title (pack), bound);
  return NULL;
}
