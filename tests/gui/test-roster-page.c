/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-export-dialog.h"
#include "gui/muster-roster-filters.h"
#include "gui/muster-roster-line.h"
#include "gui/muster-roster-page.h"
#include "gui/muster-roster-view.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-saved-list-operations.h"
#include "operations/operations-fixture.h"

typedef struct
{
  GtkWindow *window;
  const char *text;
} Look;

static gboolean
shows (gpointer data)
{
  Look *look = data;

  return harness_shows (GTK_WIDGET (look->window), look->text);
}

static void
wait_for_text (GtkWindow *window, const char *text)
{
  Look look = { window, text };

  harness_wait (shows, &look, text);
}

static void
add_people (OperationsFixture *fixture)
{
  static const char *const names[] = { "Ångström", "Birch", "Cedar", "Dahl", "Elm", "Fir", "García", "Hassan", "Ibsen", "Juniper", "Khan", "Lindqvist", "Moua", "Nguyễn", "Olson", "Peterson" };
  gint64 person = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint type = 1u << (i % 3);

      person = i % 4 == 0 ? add_person (fixture, names[i], i + 1, type) : add_certified (fixture, names[i], i + 1, type);
      if (i % 4 == 3)
        take_step (fixture, person, type, MUSTER_VERB_SUSPEND, NULL);
    }
}

static void
type_words (GtkWindow *window, const char *words)
{
  GtkWidget *entry = harness_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

static void
test_shows_and_searches (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  GtkWidget *button;

  add_people (fixture);
  window = harness_present (muster_roster_page_new (operations_fixture_open (fixture, FIXTURE_KIM)), 1200, 700);
  wait_for_text (window, "16 people, ");
  wait_for_text (window, "Birch, ");
  harness_shoot (window, "roster");
  type_words (window, "angs");
  wait_for_text (window, "1 person, ");
  g_assert_true (harness_shows (GTK_WIDGET (window), "Ångström, "));
  g_assert_false (harness_shows (GTK_WIDGET (window), "Birch, "));
  type_words (window, "nobody of that name");
  wait_for_text (window, "Nobody Found");
  harness_shoot (window, "roster-nothing");
  button = harness_find_text (GTK_WIDGET (window), "_Clear Search");
  g_signal_emit_by_name (button, "clicked");
  wait_for_text (window, "16 people, ");
  harness_close (window);
}

static void
test_filters (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  GtkWidget *menu, *drop;

  add_people (fixture);
  window = harness_present (muster_roster_page_new (operations_fixture_open (fixture, FIXTURE_KIM)), 1200, 700);
  wait_for_text (window, "16 people, ");
  menu = harness_find (harness_find (GTK_WIDGET (window), MUSTER_TYPE_ROSTER_FILTERS), GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  drop = harness_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu))), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 1);
  wait_for_text (window, "6 people, ");
  harness_shoot (window, "roster-filter");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
  harness_shoot (window, "roster-filtered");
  gtk_widget_activate_action (drop, "filters.clear", NULL);
  wait_for_text (window, "16 people, ");
  harness_close (window);
}

static void
set_places (OperationsFixture *fixture, gint64 id, const char *county, const char *languages)
{
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  MusterAssisterEdit edit = { .person = person, .reason = "Said so on the telephone" };

  g_set_str (&person->county, county);
  g_set_str (&person->languages, languages);
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
}

static GtkDropDown *
find_drop (GtkWidget *popover, const char *all)
{
  GtkWidget *drop = gtk_widget_get_ancestor (harness_find_text (popover, all), GTK_TYPE_DROP_DOWN);

  g_assert_nonnull (drop);
  return GTK_DROP_DOWN (drop);
}

static gboolean
has_choices (gpointer drop)
{
  return g_list_model_get_n_items (gtk_drop_down_get_model (drop)) == 3;
}

/* Those that people have can be chosen; what is chosen stays when something else changes, and goes when nobody has it any more. */
static void
test_places (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  GtkWidget *menu, *popover;
  GtkDropDown *county, *language;

  add_people (fixture);
  set_places (fixture, 2, "Ramsey", "Hmong");
  set_places (fixture, 3, "Hennepin; Ramsey", "Somali");
  window = harness_present (muster_roster_page_new (operations_fixture_open (fixture, FIXTURE_KIM)), 1200, 700);
  wait_for_text (window, "16 people, ");
  menu = harness_find (harness_find (GTK_WIDGET (window), MUSTER_TYPE_ROSTER_FILTERS), GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu)));
  county = find_drop (popover, "All Counties");
  language = find_drop (popover, "All Languages");
  harness_wait (has_choices, county, "the counties");
  harness_wait (has_choices, language, "the languages");
  gtk_drop_down_set_selected (county, 2);
  wait_for_text (window, "2 people, ");
  gtk_drop_down_set_selected (language, 1);
  wait_for_text (window, "1 person, ");
  harness_shoot (window, "roster-places");
  set_places (fixture, 4, "Ramsey", "Hmong");
  wait_for_text (window, "2 people, ");
  set_places (fixture, 4, NULL, NULL);
  wait_for_text (window, "1 person, ");
  set_places (fixture, 2, "Ramsey", "Karen");
  wait_for_text (window, "2 people, ");
  g_assert_cmpuint (gtk_drop_down_get_selected (language), ==, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (county), ==, 2);
  harness_close (window);
}

static gboolean
is_gone (gpointer window)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (window)) == NULL;
}

static void
look_at_day (GtkWindow *window, const char *day)
{
  GtkWidget *line = harness_find (GTK_WIDGET (window), MUSTER_TYPE_ROSTER_LINE);
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (line, "roster.day", NULL));
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  harness_wait_shows (GTK_WIDGET (dialog), "By what was recorded through");
  harness_type (GTK_WIDGET (dialog), "Day", day);
  harness_press (GTK_WIDGET (dialog), "Show");
  harness_wait_for (is_gone, window);
}

static void
activate (GtkWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (harness_find (GTK_WIDGET (window), MUSTER_TYPE_ROSTER_LINE), action, NULL));
  harness_settle ();
}

/* Writes @name into the dialog that is open, and presses @verb. */
static void
give_name (GtkWindow *window, const char *name, const char *verb)
{
  GtkWidget *dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (window)));

  g_assert_nonnull (dialog);
  harness_wait_shows (dialog, "Name");
  gtk_editable_set_text (GTK_EDITABLE (harness_find (dialog, ADW_TYPE_ENTRY_ROW)), name);
  harness_settle ();
  harness_shoot (window, verb);
  harness_press (dialog, verb);
}

static GMenuModel *
get_menu (GtkWindow *window)
{
  GtkWidget *button = gtk_widget_get_ancestor (harness_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY), GTK_TYPE_BOX);

  for (GtkWidget *child = gtk_widget_get_first_child (button); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child) && g_strcmp0 (gtk_widget_get_tooltip_text (child), "My Lists") == 0)
      return gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (child));
  g_assert_not_reached ();
}

/* How many lists there are to choose from. */
static guint
count_lists (GtkWindow *window)
{
  GMenuModel *menu = get_menu (window);
  g_autoptr (GMenuModel) first = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);

  return g_menu_model_get_n_items (menu) > 1 ? g_menu_model_get_n_items (first) : 0;
}

static gboolean
has_no_list (gpointer window)
{
  return count_lists (window) == 0;
}

static void
keep_list (OperationsFixture *fixture, const char *name, MusterSavedFilter *filter)
{
  MusterListSaving saving = { .name = name, .filter = filter };

  run_well (fixture, FIXTURE_KIM, &muster_save_list, &saving, NULL);
}

static void
delete_list (GtkWindow *window)
{
  GtkWidget *dialog;

  activate (window, "lists.delete");
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  harness_wait_shows (dialog, "The people stay as they are");
  harness_press (dialog, "Delete");
}

/* Saved under a name, taken away, chosen again; with several of a kind, as only musterctl saves them; renamed and deleted. */
static void
test_lists (OperationsFixture *fixture, gconstpointer data)
{
  MusterSavedFilter several = { .types = MUSTER_ASSISTER_BROKER | MUSTER_ASSISTER_CAC, .states = 1 << MUSTER_STATE_CERTIFIED | 1 << MUSTER_STATE_APPLICANT, .may_assist = -1 };
  GtkWindow *window;
  GtkWidget *line;

  add_people (fixture);
  set_places (fixture, 2, "Ramsey", "Hmong");
  window = harness_present (muster_roster_page_new (operations_fixture_open (fixture, FIXTURE_KIM)), 1200, 700);
  wait_for_text (window, "16 people, ");
  line = harness_find (GTK_WIDGET (window), MUSTER_TYPE_ROSTER_LINE);
  g_assert_cmpuint (count_lists (window), ==, 0);
  activate (window, "lists.save");
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  type_words (window, "birch");
  wait_for_text (window, "1 person, ");
  activate (window, "lists.save");
  give_name (window, "Birches", "Save");
  harness_wait_for (is_gone, window);
  g_assert_cmpuint (count_lists (window), ==, 1);
  type_words (window, "");
  wait_for_text (window, "16 people, ");
  g_assert_true (gtk_widget_activate_action (line, "lists.choose", "s", "Birches"));
  wait_for_text (window, "1 person, ");
  activate (window, "lists.rename");
  give_name (window, "The Birches", "Rename");
  harness_wait_for (is_gone, window);
  keep_list (fixture, "Several", &several);
  harness_settle ();
  g_assert_cmpuint (count_lists (window), ==, 2);
  g_assert_true (gtk_widget_activate_action (line, "lists.choose", "s", "Several"));
  wait_for_text (window, "Broker · CAC");
  harness_shoot (window, "roster-list");
  g_assert_true (gtk_widget_activate_action (line, "lists.choose", "s", "The Birches"));
  wait_for_text (window, "1 person, ");
  delete_list (window);
  harness_wait_for (is_gone, window);
  g_assert_true (gtk_widget_activate_action (line, "lists.choose", "s", "Several"));
  delete_list (window);
  harness_wait (has_no_list, window, "the lists to be gone");
  harness_close (window);
}

/* Twelve were certified on February 2; who came in March was not on the roster yet. */
static void
test_another_day (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window;

  add_people (fixture);
  window = harness_present (muster_roster_page_new (operations_fixture_open (fixture, FIXTURE_KIM)), 1200, 700);
  wait_for_text (window, "16 people, ");
  look_at_day (window, "2026-02-02");
  wait_for_text (window, "12 people, ");
  g_assert_true (harness_shows (GTK_WIDGET (window), "As it was on Feb 2, 2026"));
  harness_shoot (window, "roster-another-day");
  harness_press (GTK_WIDGET (window), "Back to Today");
  wait_for_text (window, "16 people, 8 may not assist today");
  look_at_day (window, "2025-02-02");
  wait_for_text (window, "Nobody was on it on that day");
  g_assert_false (harness_shows (GTK_WIDGET (window), "Import a Roster"));
  harness_press (GTK_WIDGET (window), "Back to Today");
  wait_for_text (window, "16 people, ");
  harness_close (window);
}

static void
choose_order (GtkWindow *window, const char *action, const char *target)
{
  GtkWidget *search = harness_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);

  g_assert_true (gtk_widget_activate_action (search, action, "s", target));
}

static gboolean
is_first (gpointer data)
{
  Look *look = data;
  GtkWidget *line = harness_find (GTK_WIDGET (look->window), MUSTER_TYPE_ROSTER_LINE);
  g_autofree char *text = line != NULL ? muster_roster_line_dup_text (MUSTER_ROSTER_LINE (line)) : g_strdup ("");

  return g_str_has_prefix (text, look->text);
}

/* The menu of the search gives the order, and so does a header: each knows of the other. */
static void
test_sorts (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  GtkWidget *view;
  g_autofree char *sort = NULL;
  MusterRosterSort order;
  gboolean descending;

  add_people (fixture);
  window = harness_present (muster_roster_page_new (operations_fixture_open (fixture, FIXTURE_KIM)), 1200, 700);
  harness_wait (is_first, &(Look) { window, "Ångström" }, "the order of names");
  choose_order (window, "sort.direction", "descending");
  harness_wait (is_first, &(Look) { window, "Peterson" }, "names from the end");
  choose_order (window, "sort.by", "npn");
  harness_wait (is_first, &(Look) { window, "Peterson" }, "numbers from the end");
  choose_order (window, "sort.direction", "ascending");
  harness_wait (is_first, &(Look) { window, "Ångström" }, "numbers from the beginning");
  view = harness_find (GTK_WIDGET (window), MUSTER_TYPE_ROSTER_VIEW);
  muster_roster_view_get_sort (MUSTER_ROSTER_VIEW (view), &order, &descending);
  g_assert_cmpint (order, ==, MUSTER_SORT_NPN);
  g_assert_false (descending);
  g_object_get (view, "sort", &sort, NULL);
  g_assert_cmpstr (sort, ==, "npn");
  harness_close (window);
}

static void
test_narrow (OperationsFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWindow *window;
  int dpi;

  add_people (fixture);
  window = harness_present (muster_roster_page_new (operations_fixture_open (fixture, FIXTURE_JO)), 360, 640);
  wait_for_text (window, "May assist: ");
  harness_shoot (window, "roster-narrow");
  /* In large letters there is no room for two columns, and nothing is lost. */
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  wait_for_text (window, "Certified · May assist: Yes");
  harness_shoot (window, "roster-narrow-large");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  gtk_window_set_default_size (window, 900, 600);
  harness_shoot (window, "roster-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  harness_close (window);
}

static void
test_empty (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = harness_present (muster_roster_page_new (operations_fixture_open (fixture, FIXTURE_KIM)), 900, 600);

  wait_for_text (window, "No People Yet");
  g_assert_nonnull (harness_find_text (GTK_WIDGET (window), "_Import a Roster…"));
  harness_shoot (window, "roster-empty");
  harness_close (window);
  window = harness_present (muster_roster_page_new (operations_fixture_open (fixture, FIXTURE_JO)), 900, 600);
  wait_for_text (window, "No People Yet");
  g_assert_null (harness_find_text (GTK_WIDGET (window), "_Import a Roster…"));
  harness_close (window);
}

/* Whoever may not export is not asked to; whoever may begins with what is shown. */
static void
test_exports_what_it_shows (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  GtkWidget *page;
  AdwDialog *dialog;

  add_people (fixture);
  window = harness_present (muster_roster_page_new (operations_fixture_open (fixture, FIXTURE_KIM)), 900, 700);
  wait_for_text (window, "16 people, ");
  gtk_widget_activate_action (harness_find (GTK_WIDGET (window), MUSTER_TYPE_ROSTER_PAGE), "roster.export", NULL);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  harness_close (window);
  window = harness_present (muster_roster_page_new (operations_fixture_open (fixture, FIXTURE_SAM)), 900, 700);
  page = harness_find (GTK_WIDGET (window), MUSTER_TYPE_ROSTER_PAGE);
  type_words (window, "angs");
  wait_for_text (window, "1 person, ");
  gtk_widget_activate_action (page, "roster.export", NULL);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_assert_true (MUSTER_IS_EXPORT_DIALOG (dialog));
  harness_wait_shows (GTK_WIDGET (dialog), "Those Whom the Roster Shows Now");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "1 person"));
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "16 people"));
  adw_dialog_force_close (dialog);
  harness_close (window);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  operations_fixture_add ("/gui/roster-page/shows-and-searches", test_shows_and_searches);
  operations_fixture_add ("/gui/roster-page/filters", test_filters);
  operations_fixture_add ("/gui/roster-page/places", test_places);
  operations_fixture_add ("/gui/roster-page/lists", test_lists);
  operations_fixture_add ("/gui/roster-page/another-day", test_another_day);
  operations_fixture_add ("/gui/roster-page/sorts", test_sorts);
  operations_fixture_add ("/gui/roster-page/narrow", test_narrow);
  operations_fixture_add ("/gui/roster-page/empty", test_empty);
  operations_fixture_add ("/gui/roster-page/exports-what-it-shows", test_exports_what_it_shows);
  return g_test_run ();
}
