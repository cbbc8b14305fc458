/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"

#include "gui/muster-gui.h"
#include "gui/muster-roster-line.h"

#define DEADLINE_SECONDS 30
#define PICTURE_MS 400

/* In the program AdwApplication does it. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/muster/Muster/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
harness_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
  muster_gui_init ();
  load_style ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static gboolean
late_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

void
harness_wait (HarnessCondition condition, gpointer data, const char *what)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (DEADLINE_SECONDS, late_cb, &late);

  while (!condition (data))
    {
      if (late)
        g_error ("waited too long for %s", what);
      g_main_context_iteration (NULL, TRUE);
    }
  if (!late)
    g_source_remove (timeout);
}

/* The sanitizer's, where it is there. */
void __lsan_do_leak_check (void) __attribute__ ((weak));

gboolean
harness_watches_leaks (void)
{
  return __lsan_do_leak_check != NULL;
}

void
harness_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static gboolean
is_gone (gpointer object)
{
  return *(gpointer *) object == NULL;
}

void
harness_release (gpointer object)
{
  gpointer gone = object;

  g_object_add_weak_pointer (object, &gone);
  g_object_unref (object);
  harness_wait_for (is_gone, &gone);
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *root, Match match, gconstpointer data)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
match_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  return NULL;
}

static gboolean
match_text (GtkWidget *widget, gconstpointer text)
{
  return g_strcmp0 (get_text (widget), text) == 0;
}

static gboolean
match_line (MusterRosterLine *line, const char *text)
{
  g_autofree char *shown = muster_roster_line_dup_text (line);

  return strstr (shown, text) != NULL;
}

static gboolean
match_part (GtkWidget *widget, gconstpointer text)
{
  if (MUSTER_IS_ROSTER_LINE (widget))
    return match_line (MUSTER_ROSTER_LINE (widget), text);
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget)) != NULL && strstr (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) != NULL;
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

GtkWidget *
harness_find (GtkWidget *root, GType type)
{
  return find (root, match_type, &type);
}

GtkWidget *
harness_find_text (GtkWidget *root, const char *text)
{
  return find (root, match_text, text);
}

gboolean
harness_shows (GtkWidget *root, const char *text)
{
  return find (root, match_part, text) != NULL;
}

GtkWindow *
harness_present (AdwNavigationPage *page, int width, int height)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = adw_navigation_view_new ();

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), page);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  harness_wait_for (gtk_widget_get_mapped, window);
  return GTK_WINDOW (window);
}

void
harness_close (GtkWindow *window)
{
  gpointer gone = window;

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  gtk_window_destroy (window);
  harness_settle ();
  g_assert_null (gone);
}

/* Its sheet takes a frame to come. */
static gboolean
is_laid_out (gpointer dialog)
{
  GtkWidget *child = adw_dialog_get_child (dialog);

  return gtk_widget_get_mapped (child) && gtk_widget_get_height (child) > 0;
}

GtkWindow *
harness_present_dialog (AdwDialog *dialog, int width, int height)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  harness_wait_for (gtk_widget_get_mapped, window);
  adw_dialog_present (dialog, window);
  harness_wait (is_laid_out, dialog, "the dialog to be laid out");
  harness_settle ();
  return GTK_WINDOW (window);
}

void
harness_close_dialog (GtkWindow *window)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  gpointer gone = dialog;

  if (dialog != NULL)
    g_object_add_weak_pointer (G_OBJECT (dialog), &gone);
  gtk_window_destroy (window);
  harness_settle ();
  g_assert_null (gone);
}

void
harness_shoot (GtkWindow *window, const char *name)
{
  const char *folder = g_getenv ("MUSTER_TEST_PICTURES");
  gboolean late = FALSE;
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (folder == NULL)
    return;
  g_timeout_add (PICTURE_MS, late_cb, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
  path = g_build_filename (folder, file, NULL);
  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (window)), gtk_widget_get_height (GTK_WIDGET (window)));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Sight;

static gboolean
is_shown (gpointer data)
{
  const Sight *sight = data;

  return harness_shows (sight->root, sight->text);
}

void
harness_wait_shows (GtkWidget *root, const char *text)
{
  Sight sight = { root, text };

  harness_wait (is_shown, &sight, text);
}

static const char *
strip_mnemonic (const char *text, char **stripped)
{
  *stripped = text != NULL ? g_strdup (text) : NULL;
  if (*stripped != NULL)
    {
      char *mark = strchr (*stripped, '_');

      if (mark != NULL)
        memmove (mark, mark + 1, strlen (mark));
    }
  return *stripped;
}

static gboolean
match_pressable (GtkWidget *widget, gconstpointer text)
{
  g_autofree char *stripped = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) == NULL)
    {
      GtkWidget *label = harness_find (widget, GTK_TYPE_LABEL);

      return label != NULL && g_strcmp0 (strip_mnemonic (gtk_label_get_label (GTK_LABEL (label)), &stripped), text) == 0;
    }
  if (GTK_IS_BUTTON (widget) || ADW_IS_ACTION_ROW (widget))
    return g_strcmp0 (strip_mnemonic (get_text (widget), &stripped), text) == 0;
  return FALSE;
}

void
harness_press (GtkWidget *root, const char *text)
{
  GtkWidget *widget = find (root, match_pressable, text);

  if (widget == NULL)
    g_error ("there is nothing to press that says “%s”", text);
  g_assert_true (gtk_widget_is_sensitive (widget));
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    adw_action_row_activate (ADW_ACTION_ROW (widget));
}

void
harness_type (GtkWidget *root, const char *title, const char *text)
{
  GtkWidget *row = harness_find_text (root, title);

  if (row == NULL || !GTK_IS_EDITABLE (row))
    g_error ("there is no field called “%s”", title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}
