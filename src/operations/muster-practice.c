/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "documents/muster-data.h"
#include "domain/muster-error.h"
#include "operations/muster-account-operations.h"
#include "operations/muster-practice-lists.h"
#include "operations/muster-practice-private.h"
#include "store/muster-register.h"

#define AGENCY "Lakes and Prairie Health Navigators"
#define BEGUN 420            /* days ago */
#define FIRST_HOUR 8         /* of a working day */
#define BETWEEN_DEEDS 40     /* seconds */

/* The making of a practice register: day by day, from long ago to yesterday. */
typedef struct
{
  char *folder; /* a place beside the one where it is to be */
  MusterSecret *password;
  MusterStore *stores[N_PRACTICE_ACCOUNTS];
  GDateTime *now; /* when it is really made */
  int days;       /* the story is so many days ago */
  guint deeds;    /* that day, so far */
} Practice;

static void
practice_close (Practice *practice)
{
  for (guint i = 0; i < N_PRACTICE_ACCOUNTS; i++)
    if (practice->stores[i] != NULL)
      {
        muster_store_close (practice->stores[i]);
        g_clear_object (&practice->stores[i]);
      }
  muster_store_set_time_for_tests (NULL, 0);
}

static void
practice_clear (Practice *practice)
{
  practice_close (practice);
  g_clear_pointer (&practice->folder, g_free);
  g_clear_pointer (&practice->password, muster_secret_unref);
  g_clear_pointer (&practice->now, g_date_time_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Practice, practice_clear)

static void
set_moment (Practice *practice)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (practice->now, -practice->days);
  g_autoptr (GDateTime) morning = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day), FIRST_HOUR, 0, 0);

  muster_store_set_time_for_tests (NULL, g_date_time_to_unix_usec (morning) + (gint64) practice->deeds * BETWEEN_DEEDS * G_USEC_PER_SEC);
}

static void
tick_cb (gpointer data)
{
  Practice *practice = data;

  practice->deeds++;
  set_moment (practice);
}

static void
go_to_day (Practice *practice, int days)
{
  if (practice->days == days)
    {
      tick_cb (practice);
      return;
    }
  practice->days = days;
  practice->deeds = 0;
  set_moment (practice);
}

static MusterStore *
open_store (Practice *practice, PracticeAccount account, GError **error)
{
  const MusterPracticePerson *person = &muster_practice_get_accounts ()[account];

  if (practice->stores[account] == NULL)
    {
      practice->stores[account] = muster_store_open (practice->folder, person->name, practice->password, NULL, error);
      tick_cb (practice);
    }
  return practice->stores[account];
}

static gboolean
create (Practice *practice, GCancellable *cancellable, GError **error)
{
  const MusterPracticePerson *first = muster_practice_get_accounts ();
  g_autoptr (MusterSecret) recovery = NULL;
  MusterRegisterPlan plan = {
    .folder = practice->folder,
    .agency = AGENCY,
    .account = first->name,
    .full_name = first->full_name,
    .password = practice->password,
    .practice = TRUE,
  };

  go_to_day (practice, BEGUN);
  recovery = muster_register_create (&plan, cancellable, error);
  return recovery != NULL;
}

static gboolean
add_accounts (Practice *practice, GError **error)
{
  const MusterPracticePerson *people = muster_practice_get_accounts ();
  MusterStore *store = open_store (practice, PRACTICE_ALEX, error);

  for (guint i = PRACTICE_ALEX + 1; store != NULL && i < N_PRACTICE_ACCOUNTS; i++)
    {
      MusterNewAccount request = { people[i].name, people[i].full_name, people[i].role, practice->password };

      tick_cb (practice);
      if (!muster_store_run (store, &muster_add_account, &request, NULL, NULL, error))
        return FALSE;
    }
  return store != NULL;
}

/* The day so many days ago. */
static void
get_day (Practice *practice, int days, GDate *date)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (practice->now, -days);

  g_date_clear (date, 1);
  g_date_set_dmy (date, g_date_time_get_day_of_month (day), g_date_time_get_month (day), g_date_time_get_year (day));
}

static gboolean
tell (Practice *practice, const MusterPracticeDeed *deed, GError **error)
{
  MusterStore *store;
  GDate today, now;

  go_to_day (practice, deed->days);
  store = open_store (practice, deed->who, error);
  if (store == NULL)
    return FALSE;
  get_day (practice, practice->days, &today);
  if (deed->kind == PRACTICE_ADOPT)
    return muster_practice_adopt (store, deed, &today, error);
  if (deed->kind == PRACTICE_RECERTIFY || deed->kind == PRACTICE_COURSE)
    return muster_practice_season_step (store, deed, &today, tick_cb, practice, error);
  if (deed->kind == PRACTICE_EVIDENCE)
    return muster_practice_record (store, deed, &today, error);
  if (deed->kind == PRACTICE_CERTIFY_ALL)
    return muster_practice_certify_all (store, deed, &today, tick_cb, practice, error);
  if (deed->kind != PRACTICE_COMPARE)
    return muster_practice_do (store, deed, &today, error);
  get_day (practice, 0, &now);
  return muster_practice_reconcile (store, deed->person, muster_public_lists_get_plan_year (muster_data_get_public_lists (), &now), &today, error);
}

static gboolean
tell_story (Practice *practice, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  guint n_deeds;
  const MusterPracticeDeed *story = muster_practice_get_story (&n_deeds);

  for (guint i = 0; i < n_deeds; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!tell (practice, &story[i], error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, n_deeds, user_data);
    }
  return TRUE;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static gboolean
check_free (const char *folder, GError **error)
{
  /* Succeeds where there is nothing, or an empty folder, which the register may take the place of. */
  if (g_rmdir (folder) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("There is something at “%s” already. Choose another place for the practice register, or remove it first."), folder);
  return FALSE;
}

static gboolean
move_into_place (const Practice *practice, const char *folder, GError **error)
{
  int problem;

  if (g_rename (practice->folder, folder) == 0)
    return TRUE;
  problem = errno;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The practice register cannot be put at “%s”: %s"), folder, g_strerror (problem));
  return FALSE;
}

gboolean
muster_practice_create (const char *folder, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_auto (Practice) practice = { 0 };
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *name = g_strdup_printf (".practice-%08x.muster", g_random_int ());
  gboolean made;

  if (!check_free (folder, error))
    return FALSE;
  if (g_mkdir_with_parents (parent, 0700) != 0)
    {
      int problem = errno;

      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The folder “%s” cannot be made: %s"), parent, g_strerror (problem));
      return FALSE;
    }
  practice.folder = g_build_filename (parent, name, NULL);
  practice.password = muster_secret_new_from_text (MUSTER_PRACTICE_PASSWORD);
  practice.now = g_date_time_new_now_local ();
  made = create (&practice, cancellable, error) &&
         add_accounts (&practice, error) &&
         tell_story (&practice, progress, user_data, cancellable, error);
  practice_close (&practice);
  if (made && move_into_place (&practice, folder, error))
    return TRUE;
  remove_folder (practice.folder);
  return FALSE;
}

char *
muster_practice_dup_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "muster", "practice-" MUSTER_VERSION ".muster", NULL);
}
