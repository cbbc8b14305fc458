/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/import-fixture.h"

typedef struct
{
  GtkWindow *window;
  const char *text;
} Look;

static gboolean
has_button (gpointer data)
{
  Look *look = data;
  GtkWidget *button = harness_find_text (GTK_WIDGET (look->window), look->text);

  return button != NULL && gtk_widget_get_mapped (button);
}

GtkWidget *
import_fixture_wait_button (GtkWindow *window, const char *text)
{
  Look look = { window, text };

  harness_wait (has_button, &look, text);
  return harness_find_text (GTK_WIDGET (window), text);
}

void
import_fixture_click (GtkWindow *window, const char *label)
{
  GtkWidget *button = import_fixture_wait_button (window, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
import_fixture_open_next (OperationsFixture *fixture, GtkWindow *window, const char *content)
{
  GtkWidget *page = harness_find (GTK_WIDGET (window), MUSTER_TYPE_IMPORT_PAGE);
  g_autofree char *path = g_build_filename (fixture->folder, "roster.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  muster_import_page_open_file (MUSTER_IMPORT_PAGE (page), file);
}

GtkWindow *
import_fixture_open (OperationsFixture *fixture, const char *content, int width)
{
  GtkWindow *window = harness_present (muster_import_page_new (operations_fixture_open (fixture, FIXTURE_KIM)), width, 720);

  import_fixture_open_next (fixture, window, content);
  return window;
}

void
import_fixture_choose (GtkWidget *root, const char *title, const char *choice)
{
  GtkWidget *row = harness_find_text (root, title);
  GListModel *model;

  if (row == NULL || !ADW_IS_COMBO_ROW (row))
    g_error ("there is no choice called “%s”", title);
  model = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (strcmp (gtk_string_object_get_string (item), choice) != 0)
        continue;
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
      harness_settle ();
      return;
    }
  g_error ("“%s” has no choice “%s”", title, choice);
}
