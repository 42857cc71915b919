using System.Text.Json;
using CsCheck;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.People;
using DataConnectors.Tests.Support;
using static DataConnectors.Core.Audiences.AudienceComparison;

namespace DataConnectors.Tests.Core.Audiences;

public sealed class AudienceMatcherTests
{
    private static readonly (AudienceComparison One, AudienceComparison Opposite)[] Opposites =
    [
        (Is, IsNot),
        (Contains, DoesNotContain),
        (InList, NotInList),
        (IsKnown, IsUnknown),
    ];

    private static readonly Gen<string> Json = Gen.OneOf(
        Gen.OneOf(
            "null",
            "true",
            "false",
            "\"\"",
            "[]",
            "{}",
            "[null,{},[1],\"pro\",7]",
            "\"2026-03-01\"",
            "\"2026-03-01T09:30:00Z\"",
            "\"9999-12-31\"",
            "1e400",
            "123456789012345678901234567890123456789",
            "-0.0"
        ),
        Gen.Double.Where(double.IsFinite).Select(number => JsonSerializer.Serialize(number)),
        Gen.String.Select(text => JsonSerializer.Serialize(text))
    );

    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.OneOf("pro", "PRO", "7", "7.0", "", "2026-03-01", "30", "999999999999", "1e400"),
        Gen.String
    );

    private static readonly Gen<AudienceCondition> AnyCondition = Gen.Select(
        Gen.OneOf(
            "person.a",
            "person.tags",
            "company.a",
            "company.name",
            "person.role",
            "conversation.a",
            "nonsense",
            ""
        ),
        Gen.Enum<AudienceComparison>(),
        Value.Array[0, 3],
        SomeRule.Condition
    );

    [Theory]
    // Text: without regard to case.
    [InlineData("\"Pro\"", Is, "pro", true)]
    [InlineData("\"Pro\"", Is, "pr", false)]
    [InlineData("\"Pro\"", IsNot, "free", true)]
    [InlineData("\"Enterprise plan\"", Contains, "PRISE", true)]
    [InlineData("\"Enterprise plan\"", DoesNotContain, "PRISE", false)]
    [InlineData("\"Enterprise plan\"", StartsWith, "enter", true)]
    [InlineData("\"Enterprise plan\"", StartsWith, "plan", false)]
    [InlineData("\"Enterprise plan\"", EndsWith, "PLAN", true)]
    [InlineData("\"Straße\"", Is, "strasse", false)]
    // Numbers: by value, however they are written, and exactly.
    [InlineData("7", Is, "7.0", true)]
    [InlineData("7.5", GreaterThan, "7", true)]
    [InlineData("7", GreaterThan, "7", false)]
    [InlineData("7", AtLeast, "7", true)]
    [InlineData("6", LessThan, "7", true)]
    [InlineData("7", LessThan, "7", false)]
    [InlineData("7", AtMost, "7", true)]
    [InlineData("100", LessThan, "20", false)]
    [InlineData("9007199254740993", Is, "9007199254740992", false)]
    [InlineData("\"12\"", GreaterThan, "7", true)]
    [InlineData("\"abc\"", GreaterThan, "7", false)]
    [InlineData("\"abc\"", LessThan, "7", false)]
    // Truth.
    [InlineData("true", IsTrue, null, true)]
    [InlineData("false", IsTrue, null, false)]
    [InlineData("false", IsFalse, null, true)]
    // Dates, at 2026-03-02 09:30 UTC.
    [InlineData("\"2026-03-01\"", Before, "2026-03-02", true)]
    [InlineData("\"2026-03-02\"", Before, "2026-03-02", false)]
    [InlineData("\"2026-03-02T23:59:59Z\"", On, "2026-03-02", true)]
    [InlineData("\"2026-03-03T00:30:00+01:00\"", On, "2026-03-02", true)]
    [InlineData("\"2026-03-03T00:00:00Z\"", After, "2026-03-02", true)]
    [InlineData("\"2026-03-02T23:59:59Z\"", After, "2026-03-02", false)]
    [InlineData("\"2026-02-23T09:30:00Z\"", WithinLastDays, "7", true)]
    [InlineData("\"2026-02-23T09:29:59Z\"", WithinLastDays, "7", false)]
    [InlineData("\"2026-02-23T09:29:59Z\"", MoreThanDaysAgo, "7", true)]
    [InlineData("\"2026-02-23\"", WithinLastDays, "7", true)]
    [InlineData("\"2026-02-22\"", WithinLastDays, "7", false)]
    [InlineData("\"2026-02-22\"", MoreThanDaysAgo, "7", true)]
    [InlineData("\"2026-03-02T09:31:00Z\"", WithinLastDays, "7", false)]
    [InlineData("\"yesterday\"", Before, "2026-03-02", false)]
    [InlineData("\"3/1/2026 9:00\"", Before, "2026-03-02", false)]
    // Lists: of elements.
    [InlineData("""["VIP","beta"]""", Contains, "vip", true)]
    [InlineData("""["VIP","beta"]""", Contains, "vi", false)]
    [InlineData("""["VIP","beta"]""", DoesNotContain, "vip", false)]
    [InlineData("""[1,2]""", Contains, "2", true)]
    // Nothing: negatives hold, all else does not.
    [InlineData(null, Is, "pro", false)]
    [InlineData(null, IsNot, "pro", true)]
    [InlineData(null, DoesNotContain, "pro", true)]
    [InlineData(null, StartsWith, "p", false)]
    [InlineData(null, LessThan, "7", false)]
    [InlineData(null, IsFalse, null, false)]
    [InlineData(null, MoreThanDaysAgo, "7", false)]
    [InlineData(null, IsKnown, null, false)]
    [InlineData(null, IsUnknown, null, true)]
    [InlineData("\"\"", IsUnknown, null, true)]
    [InlineData("[]", IsUnknown, null, true)]
    [InlineData("null", IsUnknown, null, true)]
    [InlineData("false", IsKnown, null, true)]
    [InlineData("0", IsKnown, null, true)]
    public void A_condition_holds_or_not(
        string? json,
        AudienceComparison comparison,
        string? value,
        bool holds
    )
    {
        var person = Some.PersonSnapshot(
            attributesJson: json is null ? "{}" : $$"""{"a":{{json}}}"""
        );
        var rule = SomeRule.Of("person.a", comparison, value is null ? [] : [value]);

        Assert.Equal(
            holds ? AudienceMatch.Yes : AudienceMatch.No,
            AudienceMatcher.Match(rule, Subject(person))
        );
    }

    [Theory]
    [InlineData("\"pro\"", true)]
    [InlineData("\"Free\"", true)]
    [InlineData("\"team\"", false)]
    [InlineData("""["x","free"]""", true)]
    [InlineData("[]", false)]
    public void A_list_of_values_is_one_of_them(string json, bool holds)
    {
        var person = Some.PersonSnapshot(attributesJson: $$"""{"a":{{json}}}""");

        Assert.Equal(
            (holds, !holds),
            (
                IsIn(SomeRule.Of("person.a", InList, "pro", "free"), Subject(person)),
                IsIn(SomeRule.Of("person.a", NotInList, "pro", "free"), Subject(person))
            )
        );
    }

    [Fact]
    public void Role_tags_company_and_conversation_are_asked_for_by_their_paths()
    {
        var subject = new AudienceSubject(
            Some.PersonSnapshot(attributesJson: """{"tags":["vip"]}""") with
            {
                Company = new CompanySnapshot(
                    9,
                    "com_9",
                    "Acme",
                    new Dictionary<string, JsonElement> { ["seats"] = Some.Json("40") }
                ),
            },
            new ConversationSnapshot(
                1,
                "Where is it",
                new Dictionary<string, JsonElement> { ["topic"] = Some.Json("\"Orders\"") }
            ),
            Some.Instant
        );

        Assert.All(
            new[]
            {
                SomeRule.Of("person.role", Is, "user"),
                SomeRule.Of("person.tags", Contains, "VIP"),
                SomeRule.Of("company.company_id", Is, "com_9"),
                SomeRule.Of("company.name", StartsWith, "ac"),
                SomeRule.Of("company.seats", AtLeast, "40"),
                SomeRule.Of("conversation.topic", Is, "orders"),
                SomeRule.Of("person.email", EndsWith, "@example.com"),
            },
            rule => Assert.Equal(AudienceMatch.Yes, AudienceMatcher.Match(rule, subject))
        );
    }

    [Fact]
    public void Groups_are_joined_as_they_say()
    {
        var rule = new AudienceRule
        {
            Conditions = [SomeRule.Condition("person.a", Is, "1")],
            Groups =
            [
                SomeRule.Any(
                    SomeRule.Condition("person.b", Is, "1"),
                    SomeRule.Condition("person.c", Is, "1")
                ),
            ],
        };

        foreach (
            var (json, holds) in new[]
            {
                ("""{"a":1,"b":1}""", true),
                ("""{"a":1,"c":1}""", true),
                ("""{"a":1}""", false),
                ("""{"b":1,"c":1}""", false),
            }
        )
        {
            Assert.Equal(holds, IsIn(rule, Subject(Some.PersonSnapshot(attributesJson: json))));
        }
    }

    [Fact]
    public void A_group_without_members_means_nobody() =>
        Assert.All(
            [AudienceJoin.All, AudienceJoin.Any],
            join =>
                Assert.Equal(
                    AudienceMatch.No,
                    AudienceMatcher.Match(
                        new AudienceRule { Join = join },
                        Subject(Some.PersonSnapshot())
                    )
                )
        );

    [Fact]
    public void What_is_asked_of_a_conversation_depends_where_there_is_none()
    {
        var topic = SomeRule.Condition("conversation.topic", IsNot, "orders");
        var isUser = SomeRule.Condition("person.role", Is, "user");
        var isLead = SomeRule.Condition("person.role", Is, "lead");
        var subject = Subject(Some.PersonSnapshot());

        Assert.Equal(
            [
                AudienceMatch.Depends,
                AudienceMatch.Depends,
                AudienceMatch.No,
                AudienceMatch.Yes,
                AudienceMatch.Depends,
            ],
            new[]
            {
                SomeRule.All(topic),
                SomeRule.All(topic, isUser),
                SomeRule.All(topic, isLead),
                SomeRule.Any(topic, isUser),
                SomeRule.Any(topic, isLead),
            }.Select(rule => AudienceMatcher.Match(rule, subject))
        );
    }

    [Fact]
    public void Each_negative_is_the_opposite_of_its_positive_whatever_is_stored() =>
        Gen.Select(Json, Value, Gen.OneOf(Opposites))
            .Sample(
                (json, value, pair) =>
                {
                    var subject = Subject(json);
                    Assert.NotEqual(
                        IsIn(SomeRule.Of("person.a", pair.One, value), subject),
                        IsIn(SomeRule.Of("person.a", pair.Opposite, value), subject)
                    );
                },
                iter: 5_000
            );

    [Fact]
    public void None_of_several_is_all_the_opposites() =>
        Gen.Select(Json, Value, Value)
            .Sample(
                (json, one, other) =>
                {
                    var subject = Subject(json);
                    Assert.NotEqual(
                        IsIn(
                            SomeRule.Any(
                                SomeRule.Condition("person.a", Is, one),
                                SomeRule.Condition("person.a", Contains, other)
                            ),
                            subject
                        ),
                        IsIn(
                            SomeRule.All(
                                SomeRule.Condition("person.a", IsNot, one),
                                SomeRule.Condition("person.a", DoesNotContain, other)
                            ),
                            subject
                        )
                    );
                },
                iter: 5_000
            );

    [Fact]
    public void A_known_date_is_before_on_or_after_a_day()
    {
        Gen.DateTime[new DateTime(1990, 1, 1), new DateTime(2050, 1, 1)]
            .Sample(
                instant =>
                {
                    var subject = Subject(
                        JsonSerializer.Serialize(DateTime.SpecifyKind(instant, DateTimeKind.Utc))
                    );
                    Assert.Single(
                        new[] { Before, On, After },
                        comparison =>
                            IsIn(SomeRule.Of("person.a", comparison, "2020-06-15"), subject)
                    );
                },
                iter: 500
            );
    }

    [Fact]
    public void No_value_and_no_rule_breaks_it() =>
        Gen.Select(
                Json,
                AnyCondition.Array[0, 4],
                AnyCondition.Array[0, 3],
                Gen.Enum<AudienceJoin>()
            )
            .Sample(
                (json, conditions, inner, join) =>
                    AudienceMatcher.Match(
                        new AudienceRule
                        {
                            Join = join,
                            Conditions = conditions,
                            Groups = [SomeRule.Any(inner)],
                        },
                        Subject(json)
                    ),
                iter: 5_000
            );

    private static bool IsIn(AudienceRule rule, AudienceSubject subject) =>
        AudienceMatcher.Match(rule, subject) == AudienceMatch.Yes;

    private static AudienceSubject Subject(string json) =>
        Subject(
            Some.PersonSnapshot(attributesJson: $$"""{"a":{{json}},"tags":{{json}}}""") with
            {
                Company = new CompanySnapshot(
                    1,
                    "c",
                    "",
                    new Dictionary<string, JsonElement> { ["a"] = Some.Json(json) }
                ),
            }
        );

    private static AudienceSubject Subject(PersonSnapshot person) =>
        new(person, Conversation: null, Some.Instant);
}
