using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Audiences;

/// <summary>What somebody enters of a reusable audience.</summary>
/// <param name="Name">The name, unique without regard to case.</param>
/// <param name="Description">Who they are and what for; may be empty.</param>
/// <param name="Rule">Who is meant.</param>
public sealed record AudienceDetails(string Name, string Description, AudienceRule Rule)
{
    internal AudienceDetails Trimmed() =>
        this with
        {
            Name = Name.Trim(),
            Description = Description.Trim(),
        };

    /// <summary>Every problem at <c>name</c>, <c>description</c> and under <c>rule</c>, warnings too; that the name is free is not among them.</summary>
    public IReadOnlyList<Problem> Check(IReadOnlyList<KnownAttribute> attributes)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(Name))
        {
            problems.Add(new Problem("name", "Give the audience a name, such as Enterprise plan."));
        }
        else if (Name.Trim().Length > Audience.MaxNameLength)
        {
            problems.Add(
                new Problem("name", $"The name has at most {Audience.MaxNameLength} characters.")
            );
        }

        if (Description.Trim().Length > Audience.MaxDescriptionLength)
        {
            problems.Add(
                new Problem(
                    "description",
                    $"The description has at most {Audience.MaxDescriptionLength} characters."
                )
            );
        }

        return [.. problems, .. AudienceRules.Check(Rule, attributes, "rule")];
    }
}
