/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-report-columns.h"

#include "gui/muster-report-line.h"

#define WIDEST 30   /* letters by which a column claims room; what is longer is cut off until the column is drawn wider */
#define NARROWEST 14 /* letters that a column of text keeps where all of them need more room than there is */

/* @letters: for so many there is room, if there is */
typedef struct
{
  guint index;
  MusterReportCellKind kind;
  int letters;
} Place;

/* Only words can be cut off and still be told. */
static gboolean
may_shrink (const Place *place)
{
  return place->kind == MUSTER_REPORT_TEXT && place->letters > NARROWEST;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, const Place *place)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), place->kind == MUSTER_REPORT_NUMBER ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), may_shrink (place) ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), may_shrink (place) ? NARROWEST : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), may_shrink (place) ? place->letters : -1);
  if (place->kind != MUSTER_REPORT_TEXT)
    gtk_widget_add_css_class (label, "numeric");
  gtk_column_view_cell_set_child (cell, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, const Place *place)
{
  GtkWidget *label = gtk_column_view_cell_get_child (cell);
  g_autofree char *text = muster_report_line_dup_text (gtk_column_view_cell_get_item (cell), place->index);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, may_shrink (place) && *text != '\0' ? text : NULL);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return muster_report_line_compare ((MusterReportLine *) a, (MusterReportLine *) b, ((const Place *) data)->index);
}

static int
count_letters (const MusterReport *report, guint column)
{
  glong letters = 0;

  for (guint i = 0; i < report->rows->len && letters < WIDEST; i++)
    {
      const char *text = ((const MusterReportRow *) report->rows->pdata[i])->cells[column].text;

      letters = MAX (letters, text != NULL ? g_utf8_strlen (text, -1) : 0);
    }
  return (int) MIN (letters, WIDEST);
}

static GtkColumnViewColumn *
column_new (const MusterReport *report, guint index)
{
  const MusterReportColumn *column = &g_array_index (report->columns, MusterReportColumn, index);
  const Place found = { index, column->kind, count_letters (report, index) };
  Place *place = g_memdup2 (&found, sizeof found);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *new_column = gtk_column_view_column_new (column->heading, factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, g_memdup2 (&found, sizeof found), g_free));

  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), place);
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), place, (GClosureNotify) (GCallback) g_free, G_CONNECT_DEFAULT);
  gtk_column_view_column_set_id (new_column, column->key);
  gtk_column_view_column_set_sorter (new_column, sorter);
  gtk_column_view_column_set_resizable (new_column, TRUE);
  gtk_column_view_column_set_expand (new_column, column->kind == MUSTER_REPORT_TEXT);
  return new_column;
}

/* The toolkit puts every title to the left, above numbers that stand to the right, and the mark of sorting behind it. */
static void
align_title (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_widget_set_hexpand (widget, TRUE);
      gtk_label_set_xalign (GTK_LABEL (widget), 1);
      gtk_widget_insert_before (widget, gtk_widget_get_parent (widget), NULL);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    align_title (child);
}

static void
align_titles (GtkColumnView *view, const MusterReport *report)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (guint i = 0; i < report->columns->len && title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    if (g_array_index (report->columns, MusterReportColumn, i).kind == MUSTER_REPORT_NUMBER)
      align_title (title);
}

static void
replace_columns (GtkColumnView *view, const MusterReport *report)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
  for (guint i = 0; i < report->columns->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = column_new (report, i);

      gtk_column_view_append_column (view, column);
    }
}

static GListModel *
list_lines (MusterReport *report)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_full (report->rows->len, g_object_unref);
  GListStore *store = g_list_store_new (MUSTER_TYPE_REPORT_LINE);

  for (guint i = 0; i < report->rows->len; i++)
    g_ptr_array_add (lines, muster_report_line_new (report, i));
  g_list_store_splice (store, 0, 0, lines->pdata, lines->len);
  return G_LIST_MODEL (store);
}

void
muster_report_columns_fill (GtkColumnView *view, MusterReport *report)
{
  GtkSortListModel *sorted;
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_column_view_set_model (view, NULL);
  replace_columns (view, report);
  sorted = gtk_sort_list_model_new (list_lines (report), g_object_ref (gtk_column_view_get_sorter (view)));
  gtk_sort_list_model_set_incremental (sorted, TRUE);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (view, selection);
  align_titles (view, report);
}
