package org.tctf.__package__;

import java.util.List;
import org.tctf.__package__.adapter.events.ForgetMoreEntries;
import org.tctf.__package__.adapter.events.OnDataExportRequested;
import org.tctf.__package__.adapter.events.OnUserErased;
import org.tctf.__package__.adapter.store.TableEntries;
import org.tctf.__package__.application.AddEntry;
import org.tctf.__package__.application.ForgetMember;
import org.tctf.__package__.application.ListEntries;
import org.tctf.__package__.application.ShowEntry;
import org.tctf.__package__.domain.Entry;
import org.tctf.kernel.Problem;
import org.tctf.testing.Workbench;

/** The sentences as plain calls of the use cases. */
class __Name__PlainTest extends __Name__Behaviour {

    @Override
    __Name__ start() {
        return new Plain(Workbench.of(__Name__Service.DEFINITION));
    }

    private record Plain(Workbench bench) implements __Name__ {

        @Override
        public String add(String memberId, String title) {
            return new AddEntry(entries(), bench.ids(), bench.clock())
                    .add(memberId, title)
                    .entryId();
        }

        @Override
        public List<String> titlesOf(String memberId) {
            return new ListEntries(entries())
                    .list(memberId, 100, null).items().stream().map(Entry::title).toList();
        }

        @Override
        public String refusalOf(String memberId, String entryId) {
            try {
                return "found " + new ShowEntry(entries()).show(memberId, entryId);
            } catch (Problem refused) {
                return refused.code();
            }
        }

        @Override
        public List<String> titlesInCopyOf(String memberId) {
            return bench
                    .exported(
                            new OnDataExportRequested(entries(), bench.tables(), bench.codec(), bench.encryption()),
                            memberId)
                    .path("entries")
                    .findValuesAsText("title");
        }

        @Override
        public void memberIsErased(String memberId) {
            ForgetMember forgetMember = new ForgetMember(entries());
            bench.deliver(new OnUserErased(forgetMember), new OnUserErased.UserErased(memberId));
            bench.work(new ForgetMoreEntries(forgetMember));
        }

        @Override
        public int published(String type) {
            return bench.raised(type).size();
        }

        @Override
        public void close() {
            bench.close();
        }

        private TableEntries entries() {
            return new TableEntries(bench.tables());
        }
    }
}
