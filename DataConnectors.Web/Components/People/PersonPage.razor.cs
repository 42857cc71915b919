using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.People;

/// <summary>One person: facts, attributes, the custom objects that refer to them, and what they wrote.</summary>
public sealed partial class PersonPage(
    PeopleQueries people,
    ObjectSchemas schemas,
    CustomObjectQueries customObjects,
    ConversationQueries conversationQueries,
    ILogger<PersonPage> logger
) : IDisposable
{
    private const int MostConversations = 10;
    private const int FirstObjects = 10;

    private static readonly IReadOnlyList<BreadcrumbItem> Breadcrumbs =
    [
        new("People", PeoplePages.List()),
    ];

    private readonly PageReading reading = new(logger);
    private readonly HashSet<string> opened = new(StringComparer.Ordinal);
    private PersonListing? listing;
    private IReadOnlyList<ObjectAttribute> attributes = [];
    private IReadOnlyList<ObjectAttribute> companyAttributes = [];
    private IReadOnlyList<PersonObjects> objects = [];
    private IReadOnlyList<Conversation> conversations = [];
    private bool isLoaded;

    /// <summary>The person.</summary>
    [Parameter]
    public long PersonId { get; set; }

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync();

    private static string SubjectOf(Conversation conversation) =>
        conversation.Subject.Length == 0 ? "No message yet" : conversation.Subject;

    private IReadOnlyList<CustomObjectSnapshot> ShownOf(PersonObjects group) =>
        opened.Contains(group.Type.Key) ? group.Objects : [.. group.Objects.Take(FirstObjects)];

    private Task LoadAsync() =>
        reading.RunAsync(
            $"The person {PersonId}",
            async () =>
            {
                listing = await people.FindListingAsync(PersonId, reading.Leaving);
                if (listing is not null)
                {
                    var schema = await schemas.ReadAsync(reading.Leaving);
                    attributes =
                    [
                        .. schema
                            .Find(ObjectMapping.Person)!
                            .Attributes.Where(attribute => !attribute.IsIdentity),
                    ];
                    companyAttributes = listing.Person.Company is null
                        ? []
                        : await CompanyAttributesAsync();
                    objects = await customObjects.ListForPersonAsync(PersonId, reading.Leaving);
                    conversations = await conversationQueries.ListForPersonAsync(
                        PersonId,
                        reading.Leaving
                    );
                }

                isLoaded = true;
            }
        );

    // The schema holds what mappings write, and they do not write companies.
    private async Task<IReadOnlyList<ObjectAttribute>> CompanyAttributesAsync() =>
        [
            .. (await people.ListAttributesAsync(reading.Leaving))
                .Where(known =>
                    !known.IsBuiltIn
                    && AttributeCatalog.OwnerOf(known.Path) == AttributeOwner.Company
                )
                .Select(known => new ObjectAttribute(
                    known.Path[(known.Path.IndexOf('.', StringComparison.Ordinal) + 1)..],
                    known.Type,
                    IsIdentity: false
                )),
        ];
}
