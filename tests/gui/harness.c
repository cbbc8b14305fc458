/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"

#include "gui/muster-gui.h"

#define DEADLINE_SECONDS 30

void
harness_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
  muster_gui_init ();
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

void
harness_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *root, Match match, gconstpointer data)
{
  if (!gtk_widget_get_visible (root))
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
match_part (GtkWidget *widget, gconstpointer text)
{
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
