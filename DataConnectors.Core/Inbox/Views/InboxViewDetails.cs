using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Inbox.Views;

/// <summary>What can be changed of a view.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsShared">Whether every teammate sees it.</param>
/// <param name="Filter">Which conversations it shows.</param>
public sealed record InboxViewDetails(string Name, bool IsShared, ConversationFilter Filter)
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>The longest text to look for, in characters.</summary>
    public const int LongestText = 200;

    /// <summary>The longest time to look back, in days.</summary>
    public const int MostDays = 365;

    /// <summary>What cannot be stored, with its place; empty when all can.</summary>
    internal IReadOnlyList<Problem> FindProblems()
    {
        List<Problem> problems = [];
        if (Name.Trim().Length is 0 or > LongestName)
        {
            problems.Add(new Problem("name", $"Give it a name of 1 to {LongestName} characters."));
        }

        if (Filter is { Assignee: AssigneeChoice.Teammate, TeammateId: null })
        {
            problems.Add(new Problem("teammate", "Choose the teammate."));
        }

        if (Filter.SubjectText?.Length > LongestText)
        {
            problems.Add(new Problem("subject", $"Look for at most {LongestText} characters."));
        }

        if (Filter.UpdatedWithinDays is < 1 or > MostDays)
        {
            problems.Add(new Problem("days", $"Write a number of days from 1 to {MostDays}."));
        }

        return problems;
    }
}
