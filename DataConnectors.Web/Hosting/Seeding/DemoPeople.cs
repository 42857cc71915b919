using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Web.Hosting.Seeding;

/// <summary>People to test with, one of each role, whose ids and addresses the sample store knows, and the attributes they have.</summary>
internal static class DemoPeople
{
    private static readonly (AttributeOwner Owner, string Name, AttributeType Type)[] Attributes =
    [
        (AttributeOwner.Person, "plan", AttributeType.Text),
        (AttributeOwner.Person, "customer_id", AttributeType.Text),
        (AttributeOwner.Person, "country", AttributeType.Text),
        (AttributeOwner.Person, "orders_count", AttributeType.Number),
        (AttributeOwner.Person, "last_order_at", AttributeType.Date),
        (AttributeOwner.Company, "plan", AttributeType.Text),
        (AttributeOwner.Company, "seats", AttributeType.Number),
        (AttributeOwner.Conversation, "order_number", AttributeType.Text),
    ];

    /// <summary>Adds those that are missing to <paramref name="context"/>, without saving.</summary>
    public static async Task AddAsync(
        DataConnectorsDbContext context,
        IdGenerator ids,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (!await context.Set<AttributeDefinition>().AnyAsync(cancellationToken))
        {
            context.AddRange(
                Attributes.Select(attribute => new AttributeDefinition
                {
                    Id = ids.Next(),
                    Owner = attribute.Owner,
                    Name = attribute.Name,
                    Type = attribute.Type,
                })
            );
        }

        if (!await context.Set<Person>().AnyAsync(person => person.IsTestPerson, cancellationToken))
        {
            var now = clock.GetUtcNow();
            var bakery = await CompanyAsync("com_2001", "Ruiz Panadería", "enterprise", 40);
            var studio = await CompanyAsync("com_2002", "Atelier Martin", "starter", 3);
            context.AddRange(
                Customer(
                    "Ana Ruiz",
                    "ana.ruiz@example.com",
                    "cus_1001",
                    "pro",
                    "ES",
                    bakery,
                    "vip"
                ),
                Customer(
                    "Chloé Martin",
                    "chloe.martin@example.com",
                    "cus_1003",
                    "free",
                    "FR",
                    studio,
                    "newsletter"
                ),
                new Person
                {
                    Id = ids.Next(),
                    Role = PersonRole.Lead,
                    Name = "Ben Okafor",
                    Email = "ben.okafor@example.com",
                    IsTestPerson = true,
                    CreatedAt = now,
                },
                new Person
                {
                    Id = ids.Next(),
                    Role = PersonRole.Visitor,
                    IsTestPerson = true,
                    CreatedAt = now,
                }
            );

            async Task<Company> CompanyAsync(string id, string name, string plan, int seats)
            {
                var known = await context
                    .Set<Company>()
                    .FirstOrDefaultAsync(company => company.ExternalId == id, cancellationToken);
                if (known is not null)
                {
                    return known;
                }

                var company = new Company
                {
                    Id = ids.Next(),
                    ExternalId = id,
                    Name = name,
                    AttributesJson = JsonSerializer.Serialize(new { plan, seats }),
                    CreatedAt = now,
                };
                context.Add(company);
                return company;
            }

            Person Customer(
                string name,
                string email,
                string id,
                string plan,
                string country,
                Company company,
                string tag
            ) =>
                new()
                {
                    Id = ids.Next(),
                    Role = PersonRole.User,
                    ExternalId = id,
                    Name = name,
                    Email = email,
                    AttributesJson = JsonSerializer.Serialize(
                        new
                        {
                            plan,
                            customer_id = id,
                            country,
                            tags = new[] { tag },
                        }
                    ),
                    CompanyId = company.Id,
                    IsTestPerson = true,
                    CreatedAt = now,
                };
        }
    }
}
