/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-season.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-output.h"
#include "ctl/muster-ctl-roster-filter.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "operations/muster-season-calendar.h"
#include "operations/muster-season-export.h"

static int
report (MusterCtl *ctl, const char *path, guint n_people, const char *hash)
{
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "file", path);
      muster_ctl_json_number (json, "people", n_people);
      muster_ctl_json_text (json, "sha256", hash);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet && n_people > 0)
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "%u person exported; the journal has an entry of it.\n", "%u people exported; the journal has an entry of it.\n", n_people), n_people);
  else if (!ctl->quiet)
    muster_ctl_print (_("“%s” is written. It names nobody.\n"), path);
  return MUSTER_EXIT_DONE;
}

/* Nobody is in it by name, so that whoever may read the roster may have it, and no entry is made. */
static int
write_numbers (MusterCtl *ctl, const char *path, gint64 agency_id, GError **error)
{
  MusterSeasonCalendar wanted = { .agency_id = agency_id, .agency = muster_store_get_agency (ctl->store), .time = g_get_real_time (), .is_practice = muster_store_is_practice (ctl->store) };
  g_autoptr (GBytes) content = NULL;
  guint n_people;
  GDate on;

  if (!muster_ctl_get_day (ctl, "as-of", &on, error))
    return -1;
  if (!g_date_valid (&on))
    g_date_set_time_t (&on, time (NULL));
  wanted.on = &on;
  content = muster_season_calendar_make (ctl->database, &wanted, &n_people, ctl->cancellable, error);
  return content != NULL && muster_export_write (path, content, error) ? report (ctl, path, 0, NULL) : -1;
}

static int
export_names (MusterCtl *ctl, const MusterSeasonExport *request, GError **error)
{
  g_auto (MusterExportResult) result = { 0 };

  if (!muster_ctl_perform (ctl, &muster_export_season, request, &result, error) || !muster_export_put_in_place (&result, request->path, error))
    return -1;
  return report (ctl, request->path, result.n_people, result.hash);
}

static gboolean
check (MusterCtl *ctl, gboolean has_names, GError **error)
{
  if (muster_ctl_get (ctl, "ics") != NULL && muster_ctl_get (ctl, "letters") != NULL)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Give either --ics or --letters: each writes a file of its own."));
  else if (has_names && muster_ctl_get (ctl, "as-of") != NULL)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Names are exported as of today; leave --as-of out."));
  else if (has_names && muster_ctl_get (ctl, "reason") == NULL)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Say with --reason what the names are for: the journal keeps it."));
  else
    return TRUE;
  return FALSE;
}

int
muster_ctl_season_export (MusterCtl *ctl, GError **error)
{
  const char *calendar = muster_ctl_get (ctl, "ics");
  gboolean has_names = calendar == NULL || muster_ctl_has (ctl, "names");
  MusterSeasonExport request = {
    .kind = calendar != NULL ? MUSTER_SEASON_EXPORT_CALENDAR : MUSTER_SEASON_EXPORT_LETTERS,
    .path = calendar != NULL ? calendar : muster_ctl_get (ctl, "letters"),
    .agency = muster_store_get_agency (ctl->store),
    .reason = muster_ctl_get (ctl, "reason"),
  };

  if (!check (ctl, has_names, error) || !muster_ctl_check_place (ctl, request.path, error) || (has_names && !muster_ctl_check_may (ctl, muster_export_season.name, error)))
    return -1;
  if (muster_ctl_read (ctl, error) == NULL || !muster_ctl_roster_find_agency (ctl, ctl->database, &request.agency_id, error))
    return -1;
  return has_names ? export_names (ctl, &request, error) : write_numbers (ctl, request.path, request.agency_id, error);
}
