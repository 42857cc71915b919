using DataConnectors.Core.People;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.People;

/// <summary>The list of people; search and role stand in the URL.</summary>
public sealed partial class PeoplePage(
    PeopleQueries queries,
    NavigationManager navigation,
    ILogger<PeoplePage> logger
) : IDisposable
{
    private readonly PageReading reading = new(logger);
    private Paging<PersonListing>? people;

    /// <summary>What a name, an email address or a user id holds.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    /// <summary><c>visitor</c>, <c>lead</c> or <c>user</c>; absent for all.</summary>
    [SupplyParameterFromQuery(Name = "role")]
    private string? RoleName { get; set; }

    private PersonRole? Role => RoleOf(RoleName);

    private bool IsFiltered => !string.IsNullOrWhiteSpace(Query) || Role is not null;

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            "The list of people",
            async () =>
            {
                var filter = new PeopleFilter(Query, Role);
                var page = await queries.ListAsync(filter, cursor: null, reading.Leaving);

                // A slow answer to an earlier search must not replace that to a later one.
                if (filter == new PeopleFilter(Query, Role))
                {
                    people = new(page);
                }
            }
        );

    private Task LoadMoreAsync() =>
        reading.RunAsync(
            "The list of people",
            () =>
                people!.MoreAsync(cursor =>
                    queries.ListAsync(new PeopleFilter(Query, Role), cursor, reading.Leaving)
                )
        );

    private static PersonRole? RoleOf(string? name) =>
        Enum.TryParse<PersonRole>(name, ignoreCase: true, out var role) && Enum.IsDefined(role)
            ? role
            : null;
}
