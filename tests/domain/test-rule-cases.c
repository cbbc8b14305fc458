/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-answer.h"
#include "domain/muster-decision-day.h"
#include "domain/muster-review.h"
#include "domain/muster-rule-packs.h"

#include <string.h>

/* The golden cases of the packs that ship: data/rules/NAME.cases, in the words that data/rules/README.md tells. */

#define LEAST_CASES 120
#define MAX_FACTS 16
#define MAX_NOTICES 4

static char *data_folder;
static guint n_cases;

/* One case while it is read. @expected: (element-type utf8): what the answer has to say, in the words of the file; compared as a set. */
typedef struct
{
  const char *file;
  guint line;
  char *title;
  MusterRulePack *pack;
  MusterAnswerFacts facts;
  MusterRequirementFact evidence[MAX_FACTS];
  MusterNoticeDays notices[MAX_NOTICES];
  char *versions[MAX_NOTICES];
  GPtrArray *expected;
  MusterDecision *decision; /* what the case is about instead of a person; %NULL */
  GPtrArray *reviews;
  GPtrArray *found; /* the questions of “found …”: role and requirement */
} Case;

G_GNUC_PRINTF (3, 4)
G_NORETURN static void
complain (const Case *c, guint line, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_error ("%s:%u: %s", c->file, line, text);
}

static MusterDay
read_day (const Case *c, guint line, const char *text)
{
  GDate date;
  g_autoptr (GError) error = NULL;

  if (!muster_date_parse_iso (text, &date, &error))
    complain (c, line, "%s", error->message);
  return muster_day_from_date (&date);
}

/* The word after @key; %NULL where it is not there. */
static const char *
find_word (char *const *words, const char *key)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], key))
      return words[i + 1];
  return NULL;
}

static MusterDay
find_day (const Case *c, guint line, char *const *words, const char *key)
{
  const char *word = find_word (words, key);

  return word != NULL ? read_day (c, line, word) : 0;
}

/* ROLE STATE since [certified DATE] [recorded DATE] */
static gboolean
take_role (Case *c, guint line, char *const *words)
{
  MusterAssisterType type;
  MusterCertificationState state;
  MusterRoleFacts *role;
  guint bit;

  if (!muster_assister_type_from_text (words[0], &type, NULL))
    return FALSE;
  if (g_strv_length ((char **) words) < 3 || !muster_certification_state_from_code (words[1], &state, NULL))
    complain (c, line, "a role, its state and since when are wanted");
  bit = g_bit_nth_lsf (type, -1);
  role = &c->facts.roles[bit];
  c->facts.standing.states[bit] = role->state = state;
  c->facts.since[bit] = read_day (c, line, words[2]);
  role->certified_on = state == MUSTER_STATE_CERTIFIED ? c->facts.since[bit] : find_day (c, line, words, "certified");
  role->certified_recorded = find_day (c, line, words, "recorded");
  if (role->certified_recorded == 0)
    role->certified_recorded = role->certified_on;
  return TRUE;
}

static MusterEvidenceMeaning
find_meaning (const Case *c, guint line, const MusterRequirement *requirement, char *const *words)
{
  const char *score = find_word (words, "score");
  g_autoptr (GError) error = NULL;
  const MusterEvidenceOutcome *outcome = muster_requirement_kind_find_outcome (requirement->kind, words[2], &error);

  if (outcome == NULL)
    complain (c, line, "%s", error->message);
  if (score == NULL || requirement->pass_mark == 0)
    return outcome->meaning;
  return g_ascii_strtoull (score, NULL, 10) >= requirement->pass_mark ? MUSTER_MEANING_MET : MUSTER_MEANING_ADVERSE;
}

static guint
find_notice (const Case *c, const char *version)
{
  guint i = 0;

  while (version != NULL && i < c->facts.day.n_notices && !g_str_equal (c->versions[i], version))
    i++;
  return version != NULL && i < c->facts.day.n_notices ? i + 1 : 0;
}

/* evidence REQUIREMENT OUTCOME DATE [through DATE] [score N] [version V] */
static void
take_evidence (Case *c, guint line, char *const *words)
{
  g_autoptr (GError) error = NULL;
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (c->pack, &n);
  int place = words[1] != NULL ? muster_rule_pack_find_requirement (c->pack, words[1], &error) : -1;

  if (place < 0 || words[2] == NULL || words[3] == NULL || c->facts.n_facts == MAX_FACTS)
    complain (c, line, "%s", error != NULL ? error->message : "a requirement, an outcome and a day are wanted");
  c->evidence[c->facts.n_facts++] = (MusterRequirementFact) {
    .requirement = place,
    .meaning = find_meaning (c, line, requirements[place], words),
    .notice = find_notice (c, find_word (words, "version")),
    .on = read_day (c, line, words[3]),
    .expires = find_day (c, line, words, "through"),
  };
}

/* notice VERSION from DATE sign-by DATE */
static void
take_notice (Case *c, guint line, char *const *words)
{
  guint n = c->facts.day.n_notices++;

  if (n == MAX_NOTICES)
    complain (c, line, "too many versions of the notice");
  c->versions[n] = g_strdup (words[1]);
  c->notices[n] = (MusterNoticeDays) { find_day (c, line, words, "from"), find_day (c, line, words, "sign-by") };
}

static gint64
read_noon (const Case *c, guint line, const char *text)
{
  g_autofree char *moment = g_strconcat (text != NULL ? text : "", "T12:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, zone);

  if (time == NULL)
    complain (c, line, "a day is wanted");
  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

/* decision KIND DATE [effective DATE] */
static void
take_decision (Case *c, guint line, char *const *words)
{
  const char *effective = find_word (words, "effective");

  c->decision = muster_decision_new ();
  if (!muster_decision_kind_from_code (words[1], &c->decision->kind, NULL))
    complain (c, line, "a kind of decision is wanted");
  c->decision->id = 1;
  c->decision->state = MUSTER_DECISION_APPROVED;
  c->decision->decided_at = read_noon (c, line, words[2]);
  muster_date_parse_iso (effective != NULL ? effective : words[2], &c->decision->effective, NULL);
}

/* review DATE [decided DATE] */
static void
take_review (Case *c, guint line, char *const *words)
{
  const char *decided = find_word (words, "decided");
  MusterReview *review = muster_review_new ();

  review->decision_id = 1;
  review->state = decided != NULL ? MUSTER_REVIEW_UPHELD : MUSTER_REVIEW_PENDING;
  review->decided_at = decided != NULL ? read_noon (c, line, decided) : 0;
  if (words[1] == NULL || !muster_date_parse_iso (words[1], &review->filed, NULL))
    complain (c, line, "the day of the request is wanted");
  g_ptr_array_add (c->reviews, review);
}

static gboolean
take_fact (Case *c, guint line, const char *text, char *const *words)
{
  if (g_str_equal (words[0], "day"))
    c->facts.day.on = read_day (c, line, words[1]);
  else if (g_str_equal (words[0], "decision"))
    take_decision (c, line, words);
  else if (g_str_equal (words[0], "review"))
    take_review (c, line, words);
  else if (g_str_equal (words[0], "notice"))
    take_notice (c, line, words);
  else if (g_str_equal (words[0], "evidence"))
    take_evidence (c, line, words);
  else if (g_str_equal (text, "no agency"))
    c->facts.standing.has_agency = FALSE;
  else if (g_str_equal (text, "not active"))
    c->facts.standing.active = FALSE;
  else if (g_str_equal (words[0], "restriction"))
    {
      MusterRestriction restriction;

      if (!muster_restriction_from_code (words[1], &restriction, NULL))
        complain (c, line, "there is no restriction “%s”", words[1]);
      c->facts.standing.restriction = restriction;
    }
  else
    return take_role (c, line, words);
  return TRUE;
}

static void
take_line (Case *c, guint line, const char *text)
{
  static const char *const expectations[] = { "may", "lacks", "because", "proposes", "found", "last", "held-off", NULL };
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  if (g_strv_contains (expectations, words[0]))
    {
      g_ptr_array_add (c->expected, g_strdup (text));
      if (g_str_equal (words[0], "found"))
        g_ptr_array_add (c->found, g_strdup_printf ("%s %s", words[1], words[2]));
    }
  else if (!take_fact (c, line, text, words))
    complain (c, line, "“%s” is not understood", text);
}

static char *
dup_through (MusterDay through)
{
  g_autofree char *day = NULL;
  GDate date;

  muster_day_to_date (through, &date);
  day = muster_date_to_iso (&date);
  return day != NULL ? g_strconcat (" through ", day, NULL) : g_strdup ("");
}

/* "may assist as broker, navigator through 2026-10-15" */
static char *
dup_answer (const MusterAnswer *answer)
{
  g_autoptr (GString) roles = g_string_new (NULL);
  g_autofree char *through = dup_through (answer->facts.through);

  if (!answer->standing.may_assist)
    return g_strdup ("may not assist");
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((answer->standing.assisting_types & (1u << i)) != 0)
      g_string_append_printf (roles, "%s%s", roles->len > 0 ? ", " : "", muster_assister_type_to_code (1u << i));
  return g_strdup_printf ("may assist as %s%s", roles->str, through);
}

static void
add_reasons (const MusterAnswer *answer, GPtrArray *lines)
{
  for (guint i = 0; i < answer->reasons->len; i++)
    {
      const MusterAnswerReason *reason = answer->reasons->pdata[i];
      const char *prefix = "requirement-";

      if (g_str_has_prefix (reason->code, prefix))
        g_ptr_array_add (lines, g_strdup_printf ("lacks %s %s", reason->requirement, reason->code + strlen (prefix)));
      else
        g_ptr_array_add (lines, g_strdup_printf ("because %s", reason->code));
    }
}

static void
add_found (const Case *c, const MusterAnswer *answer, GPtrArray *lines)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (c->pack, &n);

  for (guint i = 0; i < answer->requirements->len; i++)
    {
      const MusterAnswerRequirement *line = &g_array_index (answer->requirements, MusterAnswerRequirement, i);
      g_autofree char *question = g_strdup_printf ("%s %s", muster_assister_type_to_code (line->type), requirements[line->place]->code);
      g_autofree char *through = dup_through (line->finding.through);

      if (g_ptr_array_find_with_equal_func (c->found, question, g_str_equal, NULL))
        g_ptr_array_add (lines, g_strdup_printf ("found %s %s%s", question, muster_requirement_status_to_code (line->finding.status), through));
    }
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_text);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("; ", (char **) lines->pdata);
}

static void
add_days (const Case *c, GPtrArray *lines)
{
  for (guint day = 0; day < MUSTER_N_DECISION_DAYS; day++)
    {
      const char *key = muster_decision_day_get_key (day);
      MusterDeadline deadline;
      g_autofree char *last = NULL;

      if (!muster_decision_day_count (day, c->decision, c->reviews, c->pack, &deadline, NULL))
        continue;
      last = muster_date_to_iso (&deadline.last);
      if (last == NULL)
        g_ptr_array_add (lines, g_strdup_printf ("held-off %s", key));
      else if (deadline.tolled > 0)
        g_ptr_array_add (lines, g_strdup_printf ("last %s %s without %u", key, last, deadline.tolled));
      else
        g_ptr_array_add (lines, g_strdup_printf ("last %s %s", key, last));
    }
}

static void
add_answer (Case *c, GPtrArray *got)
{
  g_autoptr (MusterAnswer) answer = NULL;

  c->facts.facts = c->evidence;
  c->facts.day.notices = c->notices;
  answer = muster_answer_new (c->pack, &c->facts);
  g_ptr_array_add (got, dup_answer (answer));
  add_reasons (answer, got);
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if (answer->proposed[i] != (MusterCertificationState) c->facts.roles[i].state)
      g_ptr_array_add (got, g_strdup_printf ("proposes %s %s", muster_assister_type_to_code (1u << i), muster_certification_state_to_code (answer->proposed[i])));
  add_found (c, answer, got);
}

static void
check_case (Case *c)
{
  g_autoptr (GPtrArray) got = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *wanted_text = NULL;
  g_autofree char *got_text = NULL;

  if (c->decision != NULL)
    add_days (c, got);
  else
    add_answer (c, got);
  wanted_text = join_sorted (c->expected);
  got_text = join_sorted (got);
  n_cases++;
  if (g_str_equal (wanted_text, got_text))
    return;
  g_test_message ("%s:%u: %s\n  wanted: %s\n  got:    %s", c->file, c->line, c->title, wanted_text, got_text);
  g_test_fail ();
}

static void
begin_case (Case *c, guint line, const char *title)
{
  c->line = line;
  c->title = g_strdup (title);
  c->facts = (MusterAnswerFacts) { .standing = { .active = TRUE, .has_agency = TRUE } };
  c->expected = g_ptr_array_new_with_free_func (g_free);
  c->found = g_ptr_array_new_with_free_func (g_free);
  c->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_review_free);
}

static void
end_case (Case *c)
{
  if (c->title == NULL)
    return;
  if (c->facts.day.on == 0 && c->decision == NULL)
    complain (c, c->line, "the case has no day");
  check_case (c);
  g_clear_pointer (&c->title, g_free);
  for (guint i = 0; i < MAX_NOTICES; i++)
    g_clear_pointer (&c->versions[i], g_free);
  g_clear_pointer (&c->expected, g_ptr_array_unref);
  g_clear_pointer (&c->found, g_ptr_array_unref);
  g_clear_pointer (&c->reviews, g_ptr_array_unref);
  g_clear_pointer (&c->decision, muster_decision_free);
}

static void
test_pack (gconstpointer data)
{
  g_autofree char *file = g_strconcat (data, ".cases", NULL);
  g_autofree char *path = g_build_filename (data_folder, "rules", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  Case c = { .file = file, .pack = muster_rule_packs_find_shipped (data) };

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0' || *line == '#')
        continue;
      if (g_str_has_prefix (line, "case "))
        {
          end_case (&c);
          begin_case (&c, i + 1, line + strlen ("case "));
        }
      else if (c.title == NULL)
        complain (&c, i + 1, "a case begins with “case” and its title");
      else
        take_line (&c, i + 1, line);
    }
  end_case (&c);
}

/* An agency may count the time of reactivation in months or business days: the clock goes by what the pack says. */
static void
test_reactivation (void)
{
  static const struct
  {
    const char *count, *on;
    MusterCertificationState proposed;
  } cases[] = {
    { "Days=730\nKind=calendar", "2026-02-28", MUSTER_STATE_SUSPENDED_ADMINISTRATIVE },
    { "Days=730\nKind=calendar", "2026-03-01", MUSTER_STATE_EXPIRED },
    { "Days=24\nKind=months", "2026-02-28", MUSTER_STATE_SUSPENDED_ADMINISTRATIVE },
    { "Days=24\nKind=months", "2026-03-01", MUSTER_STATE_EXPIRED },
    { "Days=10\nKind=business", "2024-03-14", MUSTER_STATE_SUSPENDED_ADMINISTRATIVE },
    { "Days=10\nKind=business", "2024-03-15", MUSTER_STATE_EXPIRED },
    { "Days=9\nKind=calendar\nRolls=true", "2024-03-11", MUSTER_STATE_SUSPENDED_ADMINISTRATIVE },
    { "Days=9\nKind=calendar\nRolls=true", "2024-03-12", MUSTER_STATE_EXPIRED },
  };
  MusterRulePack *shipped = muster_rule_packs_find_shipped ("mnsure-2026");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (muster_rule_pack_get_text (shipped), "Days=730\nKind=calendar", 2);
      g_autofree char *text = g_strjoinv (cases[i].count, parts);
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterRulePack) pack = muster_rule_pack_parse (text, -1, NULL, &error);
      g_autoptr (MusterAnswer) answer = NULL;
      const Case c = { .file = "reactivation" };
      MusterAnswerFacts facts = { .standing = { .active = TRUE, .has_agency = TRUE } };

      g_test_message ("%s on %s", cases[i].count, cases[i].on);
      g_assert_no_error (error);
      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      facts.standing.states[0] = facts.roles[0].state = MUSTER_STATE_SUSPENDED_ADMINISTRATIVE;
      facts.since[0] = read_day (&c, 0, "2024-02-29");
      facts.day.on = read_day (&c, 0, cases[i].on);
      answer = muster_answer_new (pack, &facts);
      g_assert_cmpint (answer->proposed[0], ==, cases[i].proposed);
    }
}

static void
test_count (void)
{
  g_test_message ("%u cases", n_cases);
  g_assert_cmpuint (n_cases, >=, LEAST_CASES);
}

int
main (int argc, char **argv)
{
  GPtrArray *packs = muster_rule_packs_list_shipped ();

  g_test_init (&argc, &argv, NULL);
  data_folder = argv[1];
  for (guint i = 0; i < packs->len; i++)
    {
      g_autofree char *path = g_strconcat ("/domain/rule-cases/", muster_rule_pack_get_name (packs->pdata[i]), NULL);

      g_test_add_data_func (path, muster_rule_pack_get_name (packs->pdata[i]), test_pack);
    }
  g_test_add_func ("/domain/rule-cases/reactivation", test_reactivation);
  g_test_add_func ("/domain/rule-cases/count", test_count);
  return g_test_run ();
}
