/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-season-report.h"

#include <glib/gi18n-lib.h>

#include "store/muster-coverage-query.h"
#include "store/muster-roster-people.h"

/* A report on its way. @season: by the day after it is due; @now: by the day itself. @places: agency id → one more than its place among the agencies */
typedef struct
{
  MusterSeasonReport *report;
  MusterRosterIndex *season;
  MusterRosterIndex *now;
  GArray *losses; /* of MusterCoverageChange */
  GHashTable *places;
  gint64 agency_id;
} Making;

static void
agency_free (gpointer data)
{
  MusterSeasonAgency *agency = data;

  g_free (agency->name);
  g_free (agency);
}

static void
report_clear (gpointer data)
{
  MusterSeasonReport *report = data;

  g_clear_pointer (&report->pack, muster_rule_pack_unref);
  g_clear_pointer (&report->agencies, g_ptr_array_unref);
  g_clear_pointer (&report->behind, g_array_unref);
  g_strfreev (report->languages);
  g_strfreev (report->counties);
  g_strfreev (report->without_navigator);
}

MusterSeasonReport *
muster_season_report_ref (MusterSeasonReport *report)
{
  return g_atomic_rc_box_acquire (report);
}

void
muster_season_report_unref (MusterSeasonReport *report)
{
  g_atomic_rc_box_release_full (report, report_clear);
}

static guint
find_agency (Making *making, const MusterAgency *agency)
{
  gpointer place = g_hash_table_lookup (making->places, agency);
  MusterSeasonAgency *line;

  if (place != NULL)
    return GPOINTER_TO_UINT (place) - 1;
  line = g_new0 (MusterSeasonAgency, 1);
  line->id = agency != NULL ? agency->id : 0;
  line->name = agency != NULL ? g_strdup (agency->name) : NULL;
  g_ptr_array_add (making->report->agencies, line);
  g_hash_table_insert (making->places, (gpointer) agency, GUINT_TO_POINTER (making->report->agencies->len));
  return making->report->agencies->len - 1;
}

static void
count_person (Making *making, gint64 assister_id, const MusterAgency *agency, const MusterSeasonStanding *standing)
{
  MusterSeasonPerson person = { assister_id, 0, standing->lacking, standing->late_types };
  MusterSeasonAgency *line;

  if (standing->types == 0)
    return;
  person.agency = find_agency (making, agency);
  line = making->report->agencies->pdata[person.agency];
  line->count.n++;
  line->count.n_done += muster_season_standing_is_done (standing);
  muster_season_progress_add (&making->report->progress, standing);
  /* Nobody is behind in what has not begun. */
  if (!muster_season_standing_is_done (standing) && making->report->phase != MUSTER_SEASON_AHEAD)
    g_array_append_val (making->report->behind, person);
}

static gboolean
is_meant (const Making *making, const MusterAgency *agency)
{
  return making->agency_id == 0 || (agency != NULL && agency->id == making->agency_id);
}

/* What the person could do no more. Whoever came between the two readings covers nothing yet. */
static void
add_loss (Making *making, gint64 assister_id, const MusterSeasonStanding *standing)
{
  MusterCoverageChange change = { assister_id, 0, -1 };
  MusterStandingFacts facts;

  if (making->report->phase == MUSTER_SEASON_AHEAD || standing->late_types == 0 || !muster_roster_index_find_facts (making->now, assister_id, &facts))
    return;
  change.types = muster_standing_judge (&facts).assisting_types & ~standing->late_types;
  g_array_append_val (making->losses, change);
}

static void
count_people (Making *making)
{
  for (guint i = 0; i < muster_roster_index_get_size (making->season); i++)
    {
      const MusterAgency *agency = muster_roster_index_get_agency (making->season, i);
      MusterSeasonStanding standing;
      MusterStandingFacts facts;
      gint64 id = muster_roster_index_get_facts (making->season, i, &facts);

      if (!is_meant (making, agency))
        continue;
      standing = muster_season_judge (making->report->pack, &facts);
      count_person (making, id, agency, &standing);
      add_loss (making, id, &standing);
    }
}

static int
compare_agencies (gconstpointer a, gconstpointer b, gpointer data)
{
  const MusterSeasonAgency *first = ((GPtrArray *) data)->pdata[*(const guint *) a], *second = ((GPtrArray *) data)->pdata[*(const guint *) b];
  guint first_behind = first->count.n - first->count.n_done, second_behind = second->count.n - second->count.n_done;

  if (first_behind != second_behind)
    return first_behind > second_behind ? -1 : 1;
  return g_utf8_collate (first->name != NULL ? first->name : "", second->name != NULL ? second->name : "");
}

/* Those behind name their agency by its place. */
static void
order_agencies (MusterSeasonReport *report)
{
  guint n = report->agencies->len;
  g_autofree guint *order = g_new (guint, n), *places = g_new (guint, n);
  GPtrArray *ordered = g_ptr_array_new_full (n, agency_free);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_sort_array (order, n, sizeof (guint), compare_agencies, report->agencies);
  for (guint i = 0; i < n; i++)
    {
      places[order[i]] = i;
      g_ptr_array_add (ordered, report->agencies->pdata[order[i]]);
    }
  for (guint i = 0; i < report->behind->len; i++)
    g_array_index (report->behind, MusterSeasonPerson, i).agency = places[g_array_index (report->behind, MusterSeasonPerson, i).agency];
  g_ptr_array_set_free_func (report->agencies, NULL);
  g_ptr_array_unref (report->agencies);
  report->agencies = ordered;
}

static gboolean
make (Making *making, MusterDatabase *database, GError **error)
{
  MusterSeasonReport *report = making->report;
  g_autoptr (MusterCoverage) coverage = NULL;

  count_people (making);
  coverage = muster_coverage_query (database, making->now, making->losses, error);
  if (coverage == NULL)
    return FALSE;
  order_agencies (report);
  report->forecast = muster_season_foresee (muster_rule_pack_get_season (report->pack), &report->progress.people, &report->on);
  report->languages = g_steal_pointer (&coverage->everywhere.languages);
  report->counties = g_steal_pointer (&coverage->everywhere.counties);
  report->without_navigator = muster_coverage_query_dup_agencies (making->now, coverage->without_navigator);
  return TRUE;
}

MusterSeasonReport *
muster_season_report_new (MusterDatabase *database, const GDate *on, gint64 agency_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRosterIndex) season = muster_roster_index_new_for_season (database, on, cancellable, error);
  g_autoptr (MusterRosterIndex) now = season != NULL ? muster_roster_index_new (database, on, NULL, cancellable, error) : NULL;
  g_autoptr (GArray) losses = g_array_new (FALSE, FALSE, sizeof (MusterCoverageChange));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (MusterSeasonReport) report = NULL;
  Making making = { NULL, season, now, losses, places, agency_id };

  if (now == NULL)
    return NULL;
  making.report = report = g_atomic_rc_box_new0 (MusterSeasonReport);
  report->pack = muster_rule_pack_ref (muster_roster_index_get_pack (season));
  report->on = *on;
  report->phase = muster_season_get_phase (muster_rule_pack_get_season (report->pack), on);
  muster_season_find_next (muster_rule_pack_get_season (report->pack), on, &report->next, &report->next_is_expected);
  report->agencies = g_ptr_array_new_with_free_func (agency_free);
  report->behind = g_array_new (FALSE, FALSE, sizeof (MusterSeasonPerson));
  if (!make (&making, database, error))
    return NULL;
  return g_steal_pointer (&report);
}

gboolean
muster_season_report_is_running (const MusterSeasonReport *report)
{
  return report->phase == MUSTER_SEASON_OPEN || (report->phase == MUSTER_SEASON_OVER && report->behind->len > 0);
}

char *
muster_season_report_dup_next (const MusterSeasonReport *report, char *(*day) (const GDate *date))
{
  const MusterSeason *season = muster_rule_pack_get_season (report->pack);
  g_autofree char *next = g_date_valid (&report->next) ? day (&report->next) : NULL;
  g_autofree char *due = day (&season->due);

  if (next == NULL)
    /* Translators: the title of a rule pack, and a day */
    return g_strdup_printf (_("The rules in force, “%s”, tell of no season after the one that was due on %s. Adopt the rules of the present year to see its season."),
                            muster_rule_pack_get_title (report->pack), due);
  if (report->next_is_expected)
    return g_strdup_printf (_("The next season is expected to open on %s, a year after the last; the rules in force do not tell of it yet."), next);
  /* Translators: two days */
  return g_strdup_printf (_("The next season opens on %s and is due on %s."), next, due);
}

char *
muster_season_report_dup_lacking (const MusterSeasonReport *report, const MusterSeasonPerson *person)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (report->pack, &n);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_null_terminated (4, NULL, TRUE);

  for (guint place = 0; place < n; place++)
    if ((person->lacking & (1u << place)) != 0)
      g_ptr_array_add (titles, requirements[place]->title);
  return g_strjoinv ("; ", (char **) titles->pdata);
}

const char *
muster_season_report_get_agency (const MusterSeasonReport *report, const MusterSeasonPerson *person)
{
  return ((const MusterSeasonAgency *) report->agencies->pdata[person->agency])->name;
}
