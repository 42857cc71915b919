using DataConnectors.Core.Audiences;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Tests.Support;
using static DataConnectors.Core.Audiences.AudienceComparison;

namespace DataConnectors.Tests.Core.Audiences;

public sealed class AudienceRulesTests
{
    private static readonly IReadOnlyList<KnownAttribute> Attributes =
    [
        .. AttributeCatalog.BuiltIn,
        new("person.plan", AttributeType.Text, IsBuiltIn: false),
        new("person.orders", AttributeType.Number, IsBuiltIn: false),
        new("person.score", AttributeType.Decimal, IsBuiltIn: false),
        new("person.vip", AttributeType.Boolean, IsBuiltIn: false),
        new("person.since", AttributeType.Date, IsBuiltIn: false),
        new("company.regions", AttributeType.List, IsBuiltIn: false),
    ];

    [Theory]
    [InlineData("person.plan", Is, "pro", null, null)]
    [InlineData("person.plan", Is, null, "values", "Enter what to compare with.")]
    [InlineData("person.plan", Is, "  ", "values", "Enter what to compare with.")]
    [InlineData("person.plan", InList, null, "values", "Add a value to compare with.")]
    [InlineData("person.plan", GreaterThan, "1", "comparison", "person.plan is text")]
    [InlineData("person.orders", GreaterThan, "12", null, null)]
    [InlineData("person.orders", GreaterThan, "many", "values", "Enter a number")]
    [InlineData("person.score", AtMost, "-1.5e3", null, null)]
    [InlineData("person.orders", Contains, "1", "comparison", "is a whole number")]
    [InlineData("person.vip", IsTrue, null, null, null)]
    [InlineData("person.vip", IsTrue, "true", "values", "takes no value")]
    [InlineData("person.vip", Is, "true", "comparison", "is true or false")]
    [InlineData("person.since", Before, "2026-03-02", null, null)]
    [InlineData("person.since", Before, "02.03.2026", "values", "Enter a day")]
    [InlineData("person.since", Before, "2026-02-30", "values", "Enter a day")]
    [InlineData("person.since", WithinLastDays, "30", null, null)]
    [InlineData("person.since", WithinLastDays, "0", "values", "from 1 to 36500")]
    [InlineData("person.since", WithinLastDays, "1.5", "values", "from 1 to 36500")]
    [InlineData("company.regions", Contains, "EU", null, null)]
    [InlineData("company.regions", Is, "EU", "comparison", "is a list")]
    [InlineData("person.tags", Contains, "vip", null, null)]
    [InlineData("person.role", Is, "lead", null, null)]
    [InlineData("person.role", Is, "admin", "values", "visitor, lead or user")]
    [InlineData(
        "person.role",
        Contains,
        "e",
        "comparison",
        "A role can only be compared as a whole"
    )]
    [InlineData("person.gone", Is, "x", "attribute", "There is no attribute person.gone")]
    [InlineData("", Is, "x", "attribute", "Choose an attribute")]
    public void A_condition_fits_its_attribute(
        string attribute,
        AudienceComparison comparison,
        string? value,
        string? member,
        string? message
    )
    {
        var problems = AudienceRules.Check(
            new AudienceRule
            {
                Groups = [SomeRule.Of(attribute, comparison, value is null ? [] : [value])],
            },
            Attributes,
            "rule"
        );

        if (member is null)
        {
            Assert.Empty(problems);
            return;
        }

        var problem = Assert.Single(problems);
        Assert.Equal($"rule.groups[0].conditions[0].{member}", problem.Path);
        Assert.Contains(message!, problem.Message, StringComparison.Ordinal);
        Assert.Equal(ProblemSeverity.Error, problem.Severity);
    }

    [Fact]
    public void Everything_that_is_offered_for_an_attribute_is_accepted()
    {
        foreach (var known in Attributes)
        {
            foreach (var comparison in AudienceComparisons.For(known))
            {
                string[] values = AudienceComparisons.Takes(comparison) switch
                {
                    ComparedWith.Nothing => [],
                    ComparedWith.Day => ["2026-03-02"],
                    ComparedWith.Days => ["7"],
                    _ => known.Path == AttributeCatalog.Role ? ["user"] : ["7"],
                };
                Assert.Empty(
                    AudienceRules.Check(
                        SomeRule.Of(known.Path, comparison, values),
                        Attributes,
                        "rule"
                    )
                );
            }
        }
    }

    [Fact]
    public void Groups_are_not_empty_not_too_deep_and_not_too_many()
    {
        var one = SomeRule.Of("person.plan", Is, "pro");
        var deep = new AudienceRule
        {
            Groups = [new AudienceRule { Groups = [new AudienceRule { Groups = [one] }] }],
        };
        var many = SomeRule.All([
            .. Enumerable.Repeat(one.Conditions[0], AudienceRule.MaxConditions + 1),
        ]);

        Assert.Equal(
            ("rule", "Add a condition: without one, nobody is in the audience."),
            Only(new AudienceRule())
        );
        Assert.Equal(
            ("rule.groups[0]", "Add a condition to this group, or remove it."),
            Only(one with { Groups = [new AudienceRule()] })
        );
        Assert.Equal("rule.groups[0].groups[0].groups[0]", Only(deep).Path);
        Assert.Contains("at most 50 conditions", Only(many).Message, StringComparison.Ordinal);

        static (string Path, string Message) Only(AudienceRule rule)
        {
            var problem = Assert.Single(AudienceRules.Check(rule, Attributes, "rule"));
            return (problem.Path, problem.Message);
        }
    }

    [Fact]
    public void Negatives_joined_by_OR_are_warned_of_and_refuse_nothing()
    {
        var notFree = SomeRule.Condition("person.plan", IsNot, "free");
        var notPro = SomeRule.Condition("person.plan", IsNot, "pro");
        var notVip = SomeRule.Condition("person.tags", DoesNotContain, "vip");
        var noRegion = SomeRule.Condition("company.regions", NotInList, "EU");
        var noOtherRegion = SomeRule.Condition("company.regions", NotInList, "US");

        Assert.StartsWith("Everyone matches", Warning(SomeRule.Any(notFree, notPro)));
        Assert.StartsWith("Nearly everyone matches", Warning(SomeRule.Any(notFree, notVip)));
        Assert.StartsWith(
            "Nearly everyone matches",
            Warning(SomeRule.Any(noRegion, noOtherRegion))
        );
        Assert.Null(Warning(SomeRule.All(notFree, notPro)));
        Assert.Null(
            Warning(SomeRule.Any(notFree, SomeRule.Condition("person.tags", Contains, "x")))
        );

        static string? Warning(AudienceRule rule)
        {
            var problems = AudienceRules.Check(rule, Attributes, "rule");
            Assert.DoesNotContain(problems, problem => problem.Severity == ProblemSeverity.Error);
            return problems.SingleOrDefault()?.Message;
        }
    }
}
